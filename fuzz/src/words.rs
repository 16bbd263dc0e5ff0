//! What calls are made of: people, names, numbers, and what is in force.

use crate::common::{account, key, WORKLOAD};
use codec::Encode;
use gridchain_runtime::{
	configs::money::{TreasuryAccount, ValidatorsPotAccount},
	AccountId, Billing, Runtime,
};
use std::{cell::OnceCell, collections::BTreeMap};

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
	/// The region's governance.
	Root,
	/// Somebody who signs, by name.
	Signed(&'static str),
	/// A deputy in the name of who made him one.
	Deputy {
		/// Who signs.
		deputy: &'static str,
		/// In whose name.
		of: &'static str,
	},
}

/// Everybody who acts: governance, the superuser, farmers, deployers, a provider, who has nothing to do with them,
/// who has no money, the daemons of the scene's nodes, computers that are authorised or not, and deputies.
pub const ACTORS: [Actor; 20] = [
	Actor::Root,
	Actor::Signed("Bob"),
	Actor::Signed("Eve"),
	Actor::Signed("Charlie"),
	Actor::Signed("Ferdie"),
	Actor::Signed("Dave"),
	Actor::Signed("one"),
	Actor::Signed("two"),
	Actor::Signed("three"),
	Actor::Signed("four"),
	Actor::Signed("five"),
	Actor::Root,
	Actor::Signed("Alice"),
	Actor::Signed("Alice//stash"),
	Actor::Signed("Bob//stash"),
	Actor::Signed("nobody"),
	Actor::Signed("Charlie"),
	Actor::Signed("Ferdie"),
	Actor::Deputy { deputy: "Dave", of: "Charlie" },
	Actor::Deputy { deputy: "Dave", of: "Bob" },
];

/// What is written where bytes are asked for: names, addresses, and what is none of them.
const TEXTS: [&[u8]; 16] = [
	b"",
	b"ghent",
	b"home",
	b"web",
	b"mail",
	b"a",
	b"eth0",
	b"Names-Are-Small",
	b"45.67.89.100/24",
	b"45.67.89.101/24",
	b"45.67.89.100",
	b"45.67.89.254",
	b"2a02:1802:5e:16::/64",
	b"fe80::1",
	b"somebody",
	b"example.org",
];

thread_local! {
	static ACCOUNTS: OnceCell<Vec<AccountId>> = const { OnceCell::new() };
}

/// The accounts that calls name: everybody who acts, and those of the chain itself.
pub fn some_account(which: u8) -> AccountId {
	ACCOUNTS.with(|known| {
		let all = known.get_or_init(|| {
			let people = ACTORS.iter().filter_map(|actor| match actor {
				Actor::Signed(name) => Some(account_of(name)),
				_ => None,
			});
			let own = [Billing::pot(), TreasuryAccount::get(), ValidatorsPotAccount::get()];
			people.chain(own).collect()
		});
		all[usize::from(which) % all.len()].clone()
	})
}

/// The account of somebody's key.
pub fn account_of(name: &str) -> AccountId {
	thread_local! {
		static KNOWN: std::cell::RefCell<BTreeMap<String, AccountId>> = Default::default();
	}
	// Keys are dear to make.
	KNOWN.with_borrow_mut(|known| {
		known.entry(name.into()).or_insert_with(|| account(&key(name))).clone()
	})
}

/// A text.
pub fn some_text(which: u8) -> &'static [u8] {
	TEXTS[usize::from(which) % TEXTS.len()]
}

/// A hash: that of the terms of use, or of one byte.
pub fn some_hash(which: u8) -> [u8; 32] {
	match which {
		0 => pallet_twins::Terms::<Runtime>::get().unwrap_or_default().0,
		byte => [byte; 32],
	}
}

/// A number: nearly always a small one, as ids are; a round one, as amounts and times are; or an extreme one. What
/// is more than `most` is `most`.
pub fn number(most: u128, mut next: impl FnMut() -> u8) -> u128 {
	let kind = next();
	let number = match kind {
		0..=127 => u128::from(kind % 8),
		128..=159 => u128::from(kind - 128),
		160..=191 => 1 << (4 * (kind - 160)).min(127),
		192..=223 => {
			let factor = u128::from(u16::from_le_bytes([next(), next()]));
			factor.saturating_mul(10u128.pow(u32::from(kind - 192) % 20))
		},
		224..=239 => u128::from(u16::from_le_bytes([next(), next()])),
		// Such as a moment of the scene.
		240..=247 => crate::common::START.0.saturating_add(u64::from(next()) * 6).into(),
		_ => most - u128::from(kind - 248),
	};
	number.min(most)
}

/// What is in force of the kind `name`, and so makes sense: who changes a part of it takes the rest from here.
pub fn in_force(name: &str) -> Option<Vec<u8>> {
	Some(match name {
		"BillingParams" => pallet_billing::Params::<Runtime>::get().encode(),
		"NodeParams" => pallet_nodes::Params::<Runtime>::get().encode(),
		"RewardsParams" => pallet_rewards::Params::<Runtime>::get().encode(),
		"PricingPolicy" => pallet_billing::PricingPolicy::default().encode(),
		"FarmingPolicy" => pallet_rewards::FarmingPolicy::default().encode(),
		"Resources" => WORKLOAD.encode(),
		"Location" => crate::common::machine::details().location.encode(),
		_ => return None,
	})
}

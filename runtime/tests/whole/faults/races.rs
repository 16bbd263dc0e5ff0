//! Several in one block who want the last of something. Whose transaction comes first gets it; who comes too late pays
//! the fee, and nothing else has happened: no hold, no deposit, no record, no number used up.
//!
//! [`WORKLOAD`] costs 2,619.949494.. units a second, and each of its IPs 1,010.1010.. beside that: 3,630.0505.. with
//! one, 4,640.1515.. with two. The deposit of a workload is 0.473 TFT: 0.1 for the entry, and 0.001 for each byte, 115
//! of the contract and 258 of its spec.

use super::{
	public_ips::{deploy_with_ip, deployed_with_ip, text},
	*,
};
use frame_support::StoragePrefixedMap;
use gridchain_primitives::{traits::Farms as _, Balance, RecordsDigest};
use gridchain_runtime::{configs::money::TreasuryAccount, AccountId, Farms};
use pallet_deployments::Contracts;
use std::collections::{BTreeMap, BTreeSet};

const FARM: FarmId = FarmId(1);
const NODE: NodeId = NodeId(1);

/// What is held for a workload by itself.
const DEPOSIT: Balance = 4_730_000;

/// What is held beside it for the first window of [`WORKLOAD`] with an IP: a minute, and 30 s of slack. 326,704.55.
const WINDOW_WITH_IP: Balance = 326_705;

/// 20 GB of memory, of which a node has 24 to sell.
const NEARLY_ALL: Resources = Resources { memory_mib: Mib(20 * 1_024), ..WORKLOAD };

/// Who signs, and what.
type Wish = (sr25519::Pair, RuntimeCall);

/// A node, so many public IPs, and two deployers: Charlie and Dave. The chain stands at 12 s.
fn rivals(chain: &mut Chain, ips: u8) -> [Machine; 1] {
	let machines = chain.region(["one"]);
	let mut calls = twin_calls().map(|call| (dave(), call)).to_vec();
	calls.extend((0..ips).map(|ip| (bob(), add_ip(31 + ip))));
	chain.all(calls);
	machines
}

/// Once with Charlie first, and once with Dave.
fn whoever_is_first(test: impl Fn(&mut Chain, sr25519::Pair, sr25519::Pair)) {
	on_chain(|chain| test(chain, charlie(), dave()));
	on_chain(|chain| test(chain, dave(), charlie()));
}

fn add_ip(last: u8) -> RuntimeCall {
	let (cidr, gateway) = (text(&format!("185.206.122.{last}/24")), text("185.206.122.1"));
	pallet_farms::Call::add_public_ip { farm: FARM, cidr, gateway }.into()
}

/// Has `contract` have so many public IPs from now on.
fn with_ips(contract: ContractId, count: u8) -> RuntimeCall {
	pallet_deployments::Call::update_deployment {
		contract,
		spec_hash: None,
		spec: None,
		resources: None,
		public_ips: Some(count),
		traffic_limit: None,
	}
	.into()
}

/// Makes a block of all that is `granted`, and of `late` behind it, which is refused with `error`. All is as if `late`
/// had never been, but for its fee.
fn race<const N: usize>(
	chain: &mut Chain,
	granted: [Wish; N],
	late: Wish,
	error: impl Into<DispatchError>,
) {
	let loser = account(&late.0);
	let without = undone(|| {
		let mut other = chain.fork();
		other.all(granted.clone());
		Picture::of(&other, &loser)
	});
	granted.into_iter().chain([late]).for_each(|(who, call)| chain.submit(&who, call));
	let results: Vec<_> = chain.settle_pool().into_iter().map(Result::unwrap).collect();
	assert_eq!(results.split_last(), Some((&Err(error.into()), &[Ok(()); N][..])));

	let with = Picture::of(chain, &loser);
	let fee = with.fees - without.fees;
	assert!(fee > 0);
	assert_eq!((with.total, with.held), (without.total - fee, without.held));
	assert_eq!(with.records, without.records);
	// Who paid the fee, and who got it.
	let accounts = [loser, TreasuryAccount::get()].map(key_of);
	assert_eq!(with.differs_from(&without), BTreeSet::from(accounts));
}

/// A chain after a block, and what somebody has then.
struct Picture {
	/// The whole state, but for what the system notes of each block, as its events and its weight.
	state: BTreeMap<Vec<u8>, Vec<u8>>,
	records: Option<RecordsDigest>,
	total: Balance,
	held: Balance,
	fees: Balance,
}

impl Picture {
	fn of(chain: &Chain, who: &AccountId) -> Self {
		Self {
			state: state().filter(|(key, _)| !is_of_the_block(key)).collect(),
			records: gridchain_primitives::digest_of(&chain.header().digest),
			total: total(who),
			held: held(who),
			fees: chain.history.fees_of(who),
		}
	}

	/// The keys of what is not the same.
	fn differs_from(&self, other: &Self) -> BTreeSet<Vec<u8>> {
		let keys = self.state.keys().chain(other.state.keys());
		keys.filter(|key| self.state.get(*key) != other.state.get(*key)).cloned().collect()
	}
}

fn state() -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
	let after = |key: &[u8]| sp_io::storage::next_key(key);
	let keys = std::iter::successors(after(&[]), move |key| after(key));
	keys.map(|key| {
		let value = sp_io::storage::get(&key).unwrap();
		(key, value.into())
	})
}

fn is_of_the_block(key: &[u8]) -> bool {
	let accounts = frame_system::Account::<Runtime>::final_prefix();
	key.starts_with(&sp_io::hashing::twox_128(b"System")) && !key.starts_with(&accounts)
}

fn key_of(account: AccountId) -> Vec<u8> {
	frame_system::Account::<Runtime>::hashed_key_for(account)
}

fn no_ip() -> pallet_farms::Error<Runtime> {
	pallet_farms::Error::InsufficientPublicIps
}

fn no_room() -> pallet_nodes::Error<Runtime> {
	pallet_nodes::Error::InsufficientCapacity
}

/// The last parts of the addresses that `contract` has.
fn ips_of(contract: ContractId) -> Vec<u8> {
	Farms::ips_of(contract).into_iter().map(|ip| ip.address[3]).collect()
}

fn contracts() -> usize {
	Contracts::<Runtime>::iter_keys().count()
}

#[test]
fn of_two_orders_for_the_last_ip_the_first_gets_it() {
	whoever_is_first(|chain, first, second| {
		rivals(chain, 1);
		let had = held(&account(&first));
		race(chain, [(first.clone(), deploy_with_ip())], (second, deploy_with_ip()), no_ip());
		assert_eq!(held(&account(&first)), had + DEPOSIT + WINDOW_WITH_IP);
		assert_eq!((contracts(), ips_of(ContractId(1))), (1, vec![31]));
	})
}

#[test]
fn of_two_orders_for_the_last_capacity_the_first_gets_it() {
	whoever_is_first(|chain, first, second| {
		rivals(chain, 0);
		let had = held(&account(&first));
		let order = || deploy(NODE, NEARLY_ALL);
		race(chain, [(first.clone(), order())], (second, order()), no_room());
		// 2.5 CU and 0.075 SU are 0.025375 USD an hour, 6,407.8282.. units a second: 90 s are 576,704.55.
		assert_eq!(held(&account(&first)), had + DEPOSIT + 576_705);
		assert_eq!(contracts(), 1);
	})
}

#[test]
fn workload_that_grows_leaves_no_ip_to_the_order_behind_it() {
	on_chain(|chain| {
		let machines = rivals(chain, 2);
		let had = held(&account(&charlie()));
		// Confirmed at 24 s, grown at 30 s.
		let contract = deployed_with_ip(chain, &machines[0]);
		race(chain, [(charlie(), with_ips(contract, 2))], (dave(), deploy_with_ip()), no_ip());
		assert_eq!((contracts(), ips_of(contract).len()), (1, 2));
		// 6 s that the node hasn't reported yet, with one IP: 21,780.30. 54 s to the end of the window and 30 s of slack
		// with two: 389,772.73. Together 411,553.03.
		assert_eq!(held(&account(&charlie())), had + DEPOSIT + 411_554);
	})
}

#[test]
fn workload_that_grows_too_late_keeps_the_ip_that_it_has_and_its_price() {
	on_chain(|chain| {
		let machines = rivals(chain, 2);
		let had = held(&account(&charlie()));
		let contract = deployed_with_ip(chain, &machines[0]);
		let own = ips_of(contract);
		// It lets all its IPs go before it takes the greater number, of which only its own is free.
		race(chain, [(dave(), deploy_with_ip())], (charlie(), with_ips(contract, 2)), no_ip());
		assert_eq!((own.len(), ips_of(contract)), (1, own));
		assert_eq!(ips_of(ContractId(2)).len(), 1);
		assert_eq!(held(&account(&charlie())), had + DEPOSIT + WINDOW_WITH_IP);
		chain.report_to(&machines, after(84));
		// From 24 s to the report at 78 s with one IP: 54 * 3,630.0505.. = 196,022.73.
		assert_eq!(bills(chain, contract), [(BillKind::Window, 24, 84, 54, 196_023)]);
	})
}

#[test]
fn workload_grows_into_the_last_capacity_or_an_order_takes_it() {
	let grown = (charlie(), resize(ContractId(1), NEARLY_ALL));
	let order = (dave(), deploy(NODE, NEARLY_ALL));
	for (first, second) in [(grown.clone(), order.clone()), (order, grown)] {
		on_chain(|chain| {
			let machines = rivals(chain, 0);
			chain.deployed(&machines[0], WORKLOAD);
			race(chain, [first], second, no_room());
		})
	}
}

#[test]
fn ip_that_a_cancel_frees_is_the_next_order_s_in_the_same_block() {
	on_chain(|chain| {
		let machines = rivals(chain, 1);
		let [old, new] = [charlie(), dave()].map(|who| account(&who));
		let (of_old, of_new) = (held(&old), held(&new));
		let contract = deployed_with_ip(chain, &machines[0]);
		let had = total(&old);
		// Charlie wants it back in the same block, too late.
		let granted = [(charlie(), cancel(contract)), (dave(), deploy_with_ip())];
		race(chain, granted, (charlie(), deploy_with_ip()), no_ip());
		assert_eq!((ips_of(contract), ips_of(ContractId(2))), (vec![], vec![31]));
		assert_eq!((held(&old), held(&new)), (of_old, of_new + DEPOSIT + WINDOW_WITH_IP));
		// The least that is billed: 30 * 3,630.0505.. = 108,901.52. The cancel was free.
		assert_eq!(bills(chain, contract), [(BillKind::End, 24, 30, 30, 108_902)]);
		assert_eq!(total(&old), had - 108_902 - chain.history.fees_of(&old));
	})
}

#[test]
fn ip_that_a_cancel_frees_later_in_the_block_is_for_the_next_block() {
	on_chain(|chain| {
		let machines = rivals(chain, 1);
		let contract = deployed_with_ip(chain, &machines[0]);
		chain.submit(&dave(), deploy_with_ip());
		chain.submit(&charlie(), cancel(contract));
		let results: Vec<_> = chain.block().into_iter().map(Result::unwrap).collect();
		assert_eq!(results, [Err(no_ip().into()), Ok(())]);
		assert_eq!(contracts(), 0);
		chain.call(&dave(), deploy_with_ip()).unwrap();
		assert_eq!(ips_of(ContractId(2)), [31]);
	})
}

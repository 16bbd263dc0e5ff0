//! What a company needs of accounts: several signatures, deputies with limits, and a name.
//!
//! The deposits of these pallets are reserved without a reason of their own, as the SDK has it. They are counted by
//! the same prices as all other storage.

use super::{
	grid::{ByteDeposit, ItemDeposit},
	money::TreasuryAccount,
	origins, DAYS,
};
use crate::{Balance, Balances, Runtime, RuntimeCall, RuntimeEvent, Signature, System};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Currency, InstanceFilter, OnUnbalanced},
};
use pallet_identity::legacy::IdentityInfo;
use scale_info::TypeInfo;
use sp_runtime::traits::{BlakeTwo256, Verify};

/// What `items` in the state with so many `bytes` of keys and values cost while they are there.
const fn deposit(items: Balance, bytes: Balance) -> Balance {
	let of_items = items.saturating_mul(ItemDeposit::get());
	of_items.saturating_add(bytes.saturating_mul(ByteDeposit::get()))
}

parameter_types! {
	/// A call that waits for signatures: its key of 64 bytes; when, who laid down how much, and how many have
	/// signed, in 60.
	pub const MultisigDeposit: Balance = deposit(1, 64 + 60);
	/// Each signature that it needs.
	pub const SignatoryDeposit: Balance = deposit(0, 32);
	/// An account's list of deputies: its key, and the deposit itself.
	pub const ProxiesDeposit: Balance = deposit(1, 32 + 16);
	/// Each deputy: an account, a kind and a delay.
	pub const ProxyDeposit: Balance = deposit(0, 32 + 1 + 4);
	/// A deputy's list of calls announced: its key, and the deposit itself.
	pub const AnnouncementsDeposit: Balance = deposit(1, 32 + 16);
	/// Each announcement: an account, a hash and a height.
	pub const AnnouncementDeposit: Balance = deposit(0, 32 + 32 + 4);
	/// An identity without what it says: its key, and the deposit itself. What it says is paid by the byte.
	pub const IdentityDeposit: Balance = deposit(1, 32 + 16);
	/// Each account that an identity covers: itself in the list, and its way back, with a name.
	pub const SubAccountDeposit: Balance = deposit(1, 32 + 32 + 32);
	/// A user name, from the account and back.
	pub const UsernameDeposit: Balance = deposit(2, 2 * (32 + 32));
}

impl pallet_multisig::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type DepositBase = MultisigDeposit;
	type DepositFactor = SignatoryDeposit;
	type MaxSignatories = ConstU32<100>;
	type WeightInfo = crate::weights::pallet_multisig::WeightInfo<Runtime>;
	type BlockNumberProvider = System;
}

/// What a deputy may do in the name of an account.
///
/// Only [`ProxyType::Any`] can transfer. The others have a list of calls, so that a call which the chain learns later is
/// refused until it is added to one. They pass batches of calls that are all on the list, and
/// nothing else that has calls inside: no call in the name of a third account, no batch in a batch, no signature of
/// a multisig. The SDK asks this filter for the call of the deputy and for each call that it leads to.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum ProxyType {
	/// All that the account itself may do.
	#[default]
	#[codec(index = 0)]
	Any,
	/// Makes, changes and ends contracts, and lets suspended ones run again; offers services, bills them and ends
	/// them, but binds the account to none that another bills. The account pays for its contracts, on whatever node
	/// the deputy chooses, its own among them, and the extra fee of what it rents: so it can spend all that the account
	/// has, but on nothing else.
	#[codec(index = 1)]
	Contracts,
	/// Makes farms, says which nodes stand in them and at which terms they are offered, adds public IPs; not where
	/// farms are paid, whose they are, or who shares in what they earn. What stands in them holds deposits of the
	/// account's.
	#[codec(index = 2)]
	Farm,
	/// Takes part in the government of the region. The chain has no such call yet.
	#[codec(index = 3)]
	Governance,
	/// All that moves no money out: what the kinds for farms and for governance may, the ends of contracts, the offer
	/// and the billing of services, and what is the account's own: its twin, its stake, its identity. Nothing that
	/// makes the account pay anybody, or pay more: no transfer and no payout elsewhere, and no contract either, since
	/// whoever makes one chooses the farm that is paid for it, which may be the deputy's; no stake taken back, which
	/// would end a discount. Nor accounts under its identity, as each of these may leave with the deposit that was held
	/// for it. A deputy that is to deploy as well has both kinds.
	#[codec(index = 4)]
	NonTransfer,
}

impl ProxyType {
	/// The kinds that are a part of [`Self::NonTransfer`].
	const WITHOUT_PAYMENT: [Self; 2] = [Self::Farm, Self::Governance];

	/// Whether such a deputy may make `call`, which has no calls inside.
	fn permits(&self, call: &RuntimeCall) -> bool {
		use pallet_billing::Call as Billing;
		use pallet_deployments::Call as Deployments;
		use pallet_farms::Call as Farms;
		use pallet_identity::Call as Identity;
		use pallet_nodes::Call as Nodes;
		use pallet_twins::Call as Twins;
		match self {
			Self::Any => true,
			Self::Contracts => matches!(
				call,
				RuntimeCall::Deployments(
					Deployments::deploy { .. }
						| Deployments::update_deployment { .. }
						| Deployments::cancel { .. }
						| Deployments::rent_node { .. }
						| Deployments::reserve_name { .. }
						| Deployments::attach_provider { .. }
						| Deployments::offer_service { .. }
						| Deployments::set_service_terms { .. }
						| Deployments::bill_service { .. }
						| Deployments::cancel_service { .. }
				) | RuntimeCall::Billing(Billing::resume { .. })
			),
			Self::Farm => matches!(
				call,
				RuntimeCall::Farms(
					Farms::create_farm { .. }
						| Farms::rename_farm { .. }
						| Farms::authorise_node { .. }
						| Farms::revoke_node { .. }
						| Farms::add_public_ip { .. }
						| Farms::remove_public_ip { .. }
				) | RuntimeCall::Nodes(
					Nodes::set_maintenance { .. }
						| Nodes::set_extra_fee { .. }
						| Nodes::set_tenancy { .. }
						| Nodes::retire_node { .. }
						| Nodes::cancel_retirement { .. }
				)
			),
			// Votes, delegations and proposals have their place here.
			Self::Governance => false,
			Self::NonTransfer => {
				Self::WITHOUT_PAYMENT.iter().any(|kind| kind.permits(call))
					|| matches!(
						call,
						RuntimeCall::Deployments(
							Deployments::cancel { .. }
								| Deployments::offer_service { .. }
								| Deployments::set_service_terms { .. }
								| Deployments::bill_service { .. }
								| Deployments::cancel_service { .. }
						) | RuntimeCall::Twins(
							Twins::accept_terms { .. }
								| Twins::create_twin { .. }
								| Twins::update_twin { .. }
						) | RuntimeCall::Billing(
							Billing::stake_discount { .. } | Billing::withdraw_stake { .. }
						) | RuntimeCall::Identity(
							Identity::set_identity { .. }
								| Identity::clear_identity { .. }
								| Identity::rename_sub { .. }
								| Identity::remove_sub { .. }
						)
					)
			},
		}
	}
}

impl InstanceFilter<RuntimeCall> for ProxyType {
	fn filter(&self, call: &RuntimeCall) -> bool {
		use pallet_utility::Call as Utility;
		match call {
			RuntimeCall::Utility(
				Utility::batch { calls }
				| Utility::batch_all { calls }
				| Utility::force_batch { calls },
			) => calls.iter().all(|inner| self.permits(inner)),
			_ => self.permits(call),
		}
	}

	fn is_superset(&self, other: &Self) -> bool {
		match self {
			Self::Any => true,
			Self::NonTransfer => self == other || Self::WITHOUT_PAYMENT.contains(other),
			_ => self == other,
		}
	}
}

impl pallet_proxy::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type Currency = Balances;
	type ProxyType = ProxyType;
	type ProxyDepositBase = ProxiesDeposit;
	type ProxyDepositFactor = ProxyDeposit;
	type MaxProxies = ConstU32<32>;
	type WeightInfo = crate::weights::pallet_proxy::WeightInfo<Runtime>;
	type MaxPending = ConstU32<32>;
	type CallHasher = BlakeTwo256;
	type AnnouncementDepositBase = AnnouncementsDeposit;
	type AnnouncementDepositFactor = AnnouncementDeposit;
	type BlockNumberProvider = System;
}

/// Gives what an identity loses to the treasury.
pub struct SlashToTreasury;
impl OnUnbalanced<pallet_balances::NegativeImbalance<Runtime>> for SlashToTreasury {
	fn on_nonzero_unbalanced(amount: pallet_balances::NegativeImbalance<Runtime>) {
		Balances::resolve_creating(&TreasuryAccount::get(), amount);
	}
}

impl pallet_identity::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type Currency = Balances;
	type BasicDeposit = IdentityDeposit;
	type ByteDeposit = ByteDeposit;
	type UsernameDeposit = UsernameDeposit;
	type SubAccountDeposit = SubAccountDeposit;
	type MaxSubAccounts = ConstU32<100>;
	type IdentityInformation = IdentityInfo<ConstU32<16>>;
	type MaxRegistrars = ConstU32<20>;
	type Slashed = SlashToTreasury;
	type ForceOrigin = origins::GovernanceOrigin;
	type RegistrarOrigin = origins::GovernanceOrigin;
	type OffchainSignature = Signature;
	type SigningPublicKey = <Signature as Verify>::Signer;
	type UsernameAuthorityOrigin = origins::GovernanceOrigin;
	type PendingUsernameExpiration = ConstU32<{ 7 * DAYS }>;
	type UsernameGracePeriod = ConstU32<{ 30 * DAYS }>;
	type MaxSuffixLength = ConstU32<7>;
	type MaxUsernameLength = ConstU32<32>;
	type WeightInfo = crate::weights::pallet_identity::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

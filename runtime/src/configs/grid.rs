//! The pallets that this chain exists for, and how they know each other.

use super::{
	handover::{MoveHolds, NodeRevenues, TwinHolds},
	money::{PotId, TreasuryAccount, ValidatorsPotAccount},
	origins,
	time::SLOT_DURATION,
};
use crate::{
	AccountId, Balance, Balances, Billing, Deployments, Farms, Nodes, Records, Runtime,
	RuntimeCall, RuntimeEvent, RuntimeHoldReason, Session, Timestamp, Twins, TFT,
};
use frame_support::{
	parameter_types,
	traits::{fungible::HoldConsideration, ConstU32, Get, LinearStoragePrice},
};
use gridchain_primitives::{CheckFeeless, FeelessTag, Refusal, Seconds};

parameter_types! {
	/// What one item in the state costs while it is there.
	pub const ItemDeposit: Balance = TFT / 10;
	/// What each of its bytes costs.
	pub const ByteDeposit: Balance = TFT / 1_000;
	/// What an authorised account costs: it pays for the account, the node and its twin as well, all of which
	/// cost the node nothing.
	pub const AuthorisationBase: Balance = TFT;
	/// Why a twin's deposit is held.
	pub const TwinDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Twins(pallet_twins::HoldReason::TwinDeposit);
	/// Why a farm's deposit is held.
	pub const FarmDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::FarmDeposit);
	/// Why an authorisation's deposit is held.
	pub const AuthorisationDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::AuthorisationDeposit);
	/// Why a public IP's deposit is held.
	pub const IpDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::IpDeposit);
	/// Why a contract's deposit is held.
	pub const ContractDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Deployments(pallet_deployments::HoldReason::ContractDeposit);
	/// Why a service's deposit is held.
	pub const ServiceDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Deployments(pallet_deployments::HoldReason::ServiceDeposit);
	/// Why a provider's deposit is held.
	pub const ProviderDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Billing(pallet_billing::HoldReason::ProviderDeposit);
}

/// A deposit for storage, held under its own reason.
type StorageDeposit<Reason> = HoldConsideration<
	AccountId,
	Balances,
	Reason,
	LinearStoragePrice<ItemDeposit, ByteDeposit, Balance>,
>;

impl pallet_records::Config for Runtime {
	type WeightInfo = pallet_records::weights::SubstrateWeight<Runtime>;
}

impl pallet_twins::Config for Runtime {
	type TermsOrigin = origins::PolicyOrigin;
	type Deposit = StorageDeposit<TwinDeposit>;
	type Handover = MoveHolds<Balances, TwinHolds, 9>;
	type Clock = Timestamp;
	type WeightInfo = pallet_twins::weights::SubstrateWeight<Runtime>;
}

impl pallet_farms::Config for Runtime {
	type ApproveOrigin = origins::CertifierOrigin;
	type CertifierOrigin = origins::CertifierOrigin;
	type Twins = Twins;
	type Revenue = NodeRevenues;
	type Providers = Billing;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type FarmDeposit = StorageDeposit<FarmDeposit>;
	type AuthorisationDeposit = HoldConsideration<
		AccountId,
		Balances,
		AuthorisationDeposit,
		LinearStoragePrice<AuthorisationBase, ByteDeposit, Balance>,
	>;
	type IpDeposit = StorageDeposit<IpDeposit>;
	type WeightInfo = pallet_farms::weights::SubstrateWeight<Runtime>;
}

parameter_types! {
	/// From one block to the next.
	pub const BlockTime: Seconds = Seconds(SLOT_DURATION / 1_000);
}

/// How many certifiers there can be.
pub const MOST_CERTIFIERS: u32 = 32;

impl pallet_membership::Config<pallet_membership::Instance1> for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = origins::NamingOrigin;
	type RemoveOrigin = origins::NamingOrigin;
	type SwapOrigin = origins::NamingOrigin;
	type ResetOrigin = origins::NamingOrigin;
	type PrimeOrigin = origins::NamingOrigin;
	type MembershipInitialized = ();
	// What a certifier has said stands when it goes.
	type MembershipChanged = ();
	type MaxMembers = ConstU32<MOST_CERTIFIERS>;
	type WeightInfo = crate::weights::pallet_membership::WeightInfo<Runtime>;
}

impl pallet_nodes::Config for Runtime {
	type AdminOrigin = origins::AdminOrigin;
	type CertifierOrigin = origins::CertifierOrigin;
	type Twins = Twins;
	type Farms = Farms;
	type Contracts = Deployments;
	type Clock = Timestamp;
	type BlockTime = BlockTime;
	type FarmingPolicy = pallet_rewards::DefaultFarmingPolicy<Runtime>;
	type WeightInfo = pallet_nodes::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// The running session, at whose change what is booked is flushed.
pub struct CurrentSession;
impl Get<u32> for CurrentSession {
	fn get() -> u32 {
		Session::current_index()
	}
}

impl pallet_billing::Config for Runtime {
	type AdminOrigin = origins::AdminOrigin;
	type PolicyOrigin = origins::PolicyOrigin;
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Twins = Twins;
	type Meters = Nodes;
	type AcceptedProviders = Farms;
	type ProviderDeposit = StorageDeposit<ProviderDeposit>;
	type OnContract = Deployments;
	type Records = Records;
	type PriceFeed = Billing;
	type Clock = Timestamp;
	type PotId = PotId;
	type Treasury = TreasuryAccount;
	type ValidatorsPot = ValidatorsPotAccount;
	type Session = CurrentSession;
	type WeightInfo = pallet_billing::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_deployments::Config for Runtime {
	type GovernanceOrigin = origins::GovernanceOrigin;
	type Currency = Balances;
	type Twins = Twins;
	type Farms = Farms;
	type Providers = Billing;
	type Capacity = Nodes;
	type Windows = Billing;
	type PriceFeed = Billing;
	type Records = Records;
	type Deposit = StorageDeposit<ContractDeposit>;
	type ServiceDeposit = StorageDeposit<ServiceDeposit>;
	type Clock = Timestamp;
	type WeightInfo = pallet_deployments::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_rewards::Config for Runtime {
	type AdminOrigin = origins::AdminOrigin;
	type PolicyOrigin = origins::PolicyOrigin;
	type CertifierOrigin = origins::CertifierOrigin;
	type Currency = Balances;
	type Attested = Nodes;
	type Farms = Farms;
	type Revenue = Billing;
	type PriceFeed = Billing;
	type Records = Records;
	type Clock = Timestamp;
	type WeightInfo = pallet_rewards::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

/// The feeless calls are those of a node for itself, and the end of a contract.
impl CheckFeeless<AccountId> for RuntimeCall {
	fn check_feeless(&self, who: &AccountId) -> Option<Result<FeelessTag, Refusal>> {
		match self {
			RuntimeCall::Nodes(call) => call.check_feeless(who),
			RuntimeCall::Deployments(call) => call.check_feeless(who),
			_ => None,
		}
	}
}

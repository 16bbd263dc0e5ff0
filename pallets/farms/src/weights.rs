//! Weights for `pallet_farms`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::ParityDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_farms`.
pub trait WeightInfo {
	fn create_farm() -> Weight;
	fn rename_farm() -> Weight;
	fn set_payout_account() -> Weight;
	fn authorise_node() -> Weight;
	fn revoke_node() -> Weight;
	fn approve_farm() -> Weight;
	fn disapprove_farm() -> Weight;
	fn set_farm_certification() -> Weight;
	fn delete_farm() -> Weight;
	fn add_public_ip() -> Weight;
	fn remove_public_ip() -> Weight;
	fn offer_farm() -> Weight;
	fn withdraw_offer() -> Weight;
	fn accept_farm() -> Weight;
	fn poll_idle() -> Weight;
	fn settle_node() -> Weight;
	fn conclude_handover() -> Weight;
	fn accept_provider() -> Weight;
	fn dismiss_provider() -> Weight;
}

/// Weights for `pallet_farms` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::FarmByName` (r:1 w:1)
	/// Storage: `Farms::NextFarmId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Farms` (r:0 w:1)
	/// Storage: `Farms::BelongingsOf` (r:0 w:1)
	fn create_farm() -> Weight {
		Weight::from_parts(57_000_000, 3999)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:2 w:2)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	fn rename_farm() -> Weight {
		Weight::from_parts(27_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_payout_account() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn authorise_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Twins::TwinOf` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:2 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn revoke_node() -> Weight {
		Weight::from_parts(70_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn approve_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn disapprove_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_farm_certification() -> Weight {
		Weight::from_parts(14_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:0 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	fn delete_farm() -> Weight {
		Weight::from_parts(55_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::PublicIps` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Farms::FreeIps` (r:0 w:1)
	fn add_public_ip() -> Weight {
		Weight::from_parts(60_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Farms::PublicIps` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Farms::FreeIps` (r:1 w:2)
	fn remove_public_ip() -> Weight {
		Weight::from_parts(65_000_000, 6010)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	fn offer_farm() -> Weight {
		Weight::from_parts(22_000_000, 3999)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	fn withdraw_offer() -> Weight {
		Weight::from_parts(18_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Handovers` (r:0 w:1)
	fn accept_farm() -> Weight {
		Weight::from_parts(28_000_000, 3999)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Farms::LastSettled` (r:1 w:1)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::PalletVersion` (r:1 w:0)
	fn poll_idle() -> Weight {
		Weight::from_parts(8_000_000, 3510)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Handovers` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	fn settle_node() -> Weight {
		Weight::from_parts(25_000_000, 6016)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Handovers` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:2 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Twins::Uses` (r:1 w:1)
	fn conclude_handover() -> Weight {
		Weight::from_parts(130_000_000, 6936)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	fn accept_provider() -> Weight {
		Weight::from_parts(28_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	fn dismiss_provider() -> Weight {
		Weight::from_parts(24_000_000, 3970)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::FarmByName` (r:1 w:1)
	/// Storage: `Farms::NextFarmId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Farms` (r:0 w:1)
	/// Storage: `Farms::BelongingsOf` (r:0 w:1)
	fn create_farm() -> Weight {
		Weight::from_parts(57_000_000, 3999)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:2 w:2)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	fn rename_farm() -> Weight {
		Weight::from_parts(27_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_payout_account() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn authorise_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	/// Storage: `Twins::TwinOf` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:2 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn revoke_node() -> Weight {
		Weight::from_parts(70_000_000, 6196)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn approve_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn disapprove_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_farm_certification() -> Weight {
		Weight::from_parts(14_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:0 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	fn delete_farm() -> Weight {
		Weight::from_parts(55_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::PublicIps` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Farms::FreeIps` (r:0 w:1)
	fn add_public_ip() -> Weight {
		Weight::from_parts(60_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Farms::PublicIps` (r:2 w:2)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Storage: `Farms::FreeIps` (r:1 w:2)
	fn remove_public_ip() -> Weight {
		Weight::from_parts(65_000_000, 6010)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	fn offer_farm() -> Weight {
		Weight::from_parts(22_000_000, 3999)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	fn withdraw_offer() -> Weight {
		Weight::from_parts(18_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Handovers` (r:0 w:1)
	fn accept_farm() -> Weight {
		Weight::from_parts(28_000_000, 3999)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	/// Storage: `Farms::LastSettled` (r:1 w:1)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::PalletVersion` (r:1 w:0)
	fn poll_idle() -> Weight {
		Weight::from_parts(8_000_000, 3510)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Handovers` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	fn settle_node() -> Weight {
		Weight::from_parts(25_000_000, 6016)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Handovers` (r:2 w:1)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:2 w:0)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Twins::Uses` (r:1 w:1)
	fn conclude_handover() -> Weight {
		Weight::from_parts(130_000_000, 6936)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	fn accept_provider() -> Weight {
		Weight::from_parts(28_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	fn dismiss_provider() -> Weight {
		Weight::from_parts(24_000_000, 3970)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}

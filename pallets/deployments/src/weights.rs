//! Weights of `pallet_deployments`: estimates by analogy, until `scripts/weights.sh` measures them.
//!
//! Reads and writes are priced by the runtime's database weights; the size of a proof is not counted, since no
//! other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_deployments` costs.
pub trait WeightInfo {
	/// The weight of `deploy`. `i`: public IPs that the workload gets.
	fn deploy(i: u32) -> Weight;
	/// The weight of `confirm_workload`.
	fn confirm_workload() -> Weight;
	/// The weight of `update_deployment`. `i`: public IPs that are freed, and all but one taken again.
	fn update_deployment(i: u32) -> Weight;
	/// The weight of `cancel`.
	fn cancel() -> Weight;
	/// The weight of `force_cancel`.
	fn force_cancel() -> Weight;
	/// The weight of `rent_node`.
	fn rent_node() -> Weight;
	/// The weight of `reserve_name`.
	fn reserve_name() -> Weight;
	/// The weight of `attach_provider`.
	fn attach_provider() -> Weight;
	/// The weight of `offer_service`.
	fn offer_service() -> Weight;
	/// The weight of `set_service_terms`.
	fn set_service_terms() -> Weight;
	/// The weight of `approve_service`.
	fn approve_service() -> Weight;
	/// The weight of `bill_service`.
	fn bill_service() -> Weight;
	/// The weight of `cancel_service`.
	fn cancel_service() -> Weight;
}

/// The estimates, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn deploy(i: u32) -> Weight {
		Weight::from_parts(195_000_000, 0)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(15_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(i.into())))
	}
	fn confirm_workload() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	fn update_deployment(i: u32) -> Weight {
		Weight::from_parts(245_000_000, 0)
			.saturating_add(Weight::from_parts(6_000_000, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(i.into())))
	}
	fn cancel() -> Weight {
		Weight::from_parts(250_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(47_u64))
	}
	fn force_cancel() -> Weight {
		Weight::from_parts(245_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(47_u64))
	}
	fn rent_node() -> Weight {
		Weight::from_parts(190_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	fn reserve_name() -> Weight {
		Weight::from_parts(165_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	fn attach_provider() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn offer_service() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn set_service_terms() -> Weight {
		Weight::from_parts(27_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn approve_service() -> Weight {
		Weight::from_parts(33_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	fn bill_service() -> Weight {
		Weight::from_parts(85_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn cancel_service() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn deploy(i: u32) -> Weight {
		Weight::from_parts(195_000_000, 0)
			.saturating_add(Weight::from_parts(4_000_000, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(i.into())))
	}
	fn confirm_workload() -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn update_deployment(i: u32) -> Weight {
		Weight::from_parts(245_000_000, 0)
			.saturating_add(Weight::from_parts(6_000_000, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(i.into())))
	}
	fn cancel() -> Weight {
		Weight::from_parts(250_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(47_u64))
	}
	fn force_cancel() -> Weight {
		Weight::from_parts(245_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(47_u64))
	}
	fn rent_node() -> Weight {
		Weight::from_parts(190_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn reserve_name() -> Weight {
		Weight::from_parts(165_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn attach_provider() -> Weight {
		Weight::from_parts(40_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_service() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn set_service_terms() -> Weight {
		Weight::from_parts(27_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn approve_service() -> Weight {
		Weight::from_parts(33_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn bill_service() -> Weight {
		Weight::from_parts(85_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn cancel_service() -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
}

//! Weights of `pallet_records`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_records` costs.
pub trait WeightInfo {
	/// The weight of `on_finalize`.
	fn on_finalize(n: u32, ) -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: UNKNOWN KEY `0xbb8fcc88c3da5bf159c1e1a5f46fe4324e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0xbb8fcc88c3da5bf159c1e1a5f46fe4324e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// The range of component `n` is `[0, 2000]`.
	fn on_finalize(n: u32, ) -> Weight {
		// Minimum execution time: 1_553_000 picoseconds.
		Weight::from_parts(1_653_000, 0)
			// Standard error: 9_285
			.saturating_add(Weight::from_parts(2_146_340, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn on_finalize(n: u32, ) -> Weight {
		Weight::from_parts(1_653_000, 0)
			.saturating_add(Weight::from_parts(2_146_340, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
}

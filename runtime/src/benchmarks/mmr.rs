//! The hook of the SDK's pallet of the Merkle mountain range, by the number of its peaks.

use super::Config;
use crate::{Hash, Mmr, Runtime};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::traits::OnInitialize;
use pallet_mmr::{Nodes, NumberOfLeaves};

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// The most peaks of a range with a leaf for each block: block numbers have 32 bits.
const MOST_PEAKS: u32 = 32;

/// Makes a range with `peaks` of them, each half as high as the one before, the last a single leaf: the next leaf
/// joins all of them to one.
fn raise(peaks: u32) {
	let mut size: u64 = 0;
	for height in (0..peaks).rev() {
		// A peak comes last of its mountain, which has 2^(height + 1) - 1 nodes.
		size = size.saturating_add((2u64 << height).saturating_sub(1));
		Nodes::<Runtime>::insert(size.saturating_sub(1), Hash::repeat_byte(1));
	}
	NumberOfLeaves::<Runtime>::put((1u64 << peaks).saturating_sub(1));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn on_initialize(p: Linear<1, MOST_PEAKS>) {
		raise(p);

		#[block]
		{
			Mmr::on_initialize(1);
		}

		assert_eq!(NumberOfLeaves::<Runtime>::get(), 1u64 << p);
	}
}

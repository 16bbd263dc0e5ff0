//! From a block's list to its header and to offchain storage.

use crate::{Config, List, Pallet};
use alloc::vec::Vec;
use binary_merkle_tree::merkle_root;
use codec::Encode;
use gridchain_primitives::{offchain_key, Record, RecordsDigest};
use sp_runtime::{traits::Keccak256, SaturatedConversion};

impl<T: Config> Pallet<T> {
	/// Takes the block's list out of the state, writes it offchain and names it in the header. Does nothing
	/// if the list is empty.
	pub(crate) fn close() {
		let records = List::<T>::take();
		if records.is_empty() {
			return;
		}
		let digest = Self::digest_over(&records);
		sp_io::offchain_index::set(&offchain_key(digest.root), &records.encode());
		frame_system::Pallet::<T>::deposit_log(digest.into());
	}

	fn digest_over(records: &[Record<T::AccountId>]) -> RecordsDigest {
		let leaves: Vec<Vec<u8>> = records.iter().map(Encode::encode).collect();
		RecordsDigest {
			root: merkle_root::<Keccak256, _>(&leaves),
			count: records.len().saturated_into(),
		}
	}
}

//! 1. Between two blocks the list is empty: each block closes its own.
//! 2. A header names at most one list of records, and never an empty one.

use crate::{Config, List, Pallet};
use codec::DecodeAll;
use frame_support::ensure;
use gridchain_primitives::{RecordsDigest, RECORDS_ENGINE_ID};
use sp_runtime::{generic::DigestItem, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks what must be true after every block. Within a block, after a record was noted, sentence 1 does
	/// not hold yet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::list_is_empty()?;
		Self::header_names_one_list()
	}

	fn list_is_empty() -> Result<(), TryRuntimeError> {
		ensure!(!List::<T>::exists(), "1: there are records after their block was closed");
		Ok(())
	}

	fn header_names_one_list() -> Result<(), TryRuntimeError> {
		let header = frame_system::Pallet::<T>::digest();
		let mut items = header.logs().iter().filter_map(|item| match item {
			DigestItem::Consensus(RECORDS_ENGINE_ID, data) => Some(data),
			_ => None,
		});
		if let Some(data) = items.next() {
			let digest = RecordsDigest::decode_all(&mut &data[..])
				.map_err(|_| "2: the header's item for records can't be decoded")?;
			ensure!(digest.count > 0, "2: the header names an empty list of records");
		}
		ensure!(items.next().is_none(), "2: the header names more than one list of records");
		Ok(())
	}
}

//! Every call of the runtime, found by decoding.

use codec::Decode;
use frame_support::traits::GetCallMetadata;
use gridchain_runtime::RuntimeCall;
use std::collections::BTreeMap;

/// One call of each kind, by pallet and name, with arguments of zeros as far as zeros are arguments: no number, no
/// list, the first variant.
pub fn one_of_each_call() -> BTreeMap<(&'static str, &'static str), RuntimeCall> {
	let mut calls = BTreeMap::new();
	for pallet in 0..=u8::MAX {
		for index in 0..=u8::MAX {
			// Some first variants are counted from 1.
			let found = [0, 1].into_iter().find_map(|first| {
				let mut bytes = [0; 4_096];
				bytes[..3].copy_from_slice(&[pallet, index, first]);
				RuntimeCall::decode(&mut &bytes[..]).ok()
			});
			if let Some(call) = found {
				let metadata = call.get_call_metadata();
				calls.insert((metadata.pallet_name, metadata.function_name), call);
			}
		}
	}
	let all = RuntimeCall::get_module_names()
		.iter()
		.flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(|name| (*pallet, *name)));
	for known in all {
		assert!(calls.contains_key(&known), "{known:?} can't be made of zeros");
	}
	calls
}

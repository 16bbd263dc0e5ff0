//! Reading a header.

use codec::Encode;
use gridchain_primitives::{digest_of, offchain_key, RecordsDigest, RECORDS_ENGINE_ID};
use sp_core::H256;
use sp_runtime::generic::{Digest, DigestItem};

const DIGEST: RecordsDigest = RecordsDigest { root: H256([3; 32]), count: 9 };

fn header(items: Vec<DigestItem>) -> Digest {
	Digest { logs: items }
}

#[test]
fn the_item_of_a_header_is_the_root_then_the_count() {
	// The root's 32 bytes, then 9 as four bytes, the least first.
	let data = [vec![3; 32], vec![9, 0, 0, 0]].concat();
	assert_eq!(DigestItem::from(DIGEST), DigestItem::Consensus(*b"GRID", data));
}

#[test]
fn the_item_is_found_among_those_of_others() {
	let header = header(vec![
		DigestItem::PreRuntime(*b"BABE", vec![1]),
		DigestItem::Consensus(*b"MMRR", DIGEST.encode()),
		DigestItem::PreRuntime(RECORDS_ENGINE_ID, RecordsDigest { count: 1, ..DIGEST }.encode()),
		DIGEST.into(),
		DigestItem::Seal(*b"BABE", vec![2]),
	]);
	assert_eq!(digest_of(&header), Some(DIGEST));
}

#[test]
fn a_header_without_the_item_has_no_records() {
	assert_eq!(digest_of(&header(vec![])), None);
	assert_eq!(digest_of(&header(vec![DigestItem::Consensus(*b"MMRR", DIGEST.encode())])), None);
}

#[test]
fn an_item_of_another_length_is_not_read() {
	let mut data = DIGEST.encode();
	data.push(0);
	let longer = DigestItem::Consensus(RECORDS_ENGINE_ID, data);
	assert_eq!(digest_of(&header(vec![longer])), None);
}

#[test]
fn the_offchain_key_is_the_prefix_then_the_root() {
	let key = [b"gridchain::records::".to_vec(), vec![3; 32]].concat();
	assert_eq!(offchain_key(DIGEST.root), key);
}

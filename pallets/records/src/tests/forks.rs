//! Two branches write to the same offchain storage: it knows no forks.

use crate::mock::{record, records, Node};
use codec::Encode;

#[test]
fn two_branches_never_answer_for_each_other() {
	let mut node = Node::new();
	// The same height on two branches, executed by the same node.
	let lost = node.block(&[record(1), record(2)]).unwrap();
	let won = node.block(&[record(1), record(3)]).unwrap();
	assert_ne!(lost.root, won.root);
	assert_eq!(node.stored(&won), Some(vec![record(1), record(3)].encode()));
	assert_eq!(node.stored(&lost), Some(vec![record(1), record(2)].encode()));
}

#[test]
fn branches_with_the_same_records_share_their_list() {
	let mut node = Node::new();
	let one = node.block(&records(4)).unwrap();
	let other = node.block(&records(4)).unwrap();
	assert_eq!(one, other);
	assert_eq!(node.stored(&one), Some(records(4).encode()));
}

//! What is held of an account, as clients are told it.

use gridchain_primitives::Balance;
use gridchain_runtime::{AccountId, Block, Runtime, RuntimeHoldReason};
use gridchain_runtime_api::{
	runtime_decl_for_grid_api::GridApiV1, Cause, HoldLine, Holds, HoldsCursor,
};

pub type Told = Holds<RuntimeHoldReason>;
pub type Line = HoldLine<RuntimeHoldReason>;

/// One page.
pub fn holds_page(account: &AccountId, from: Option<HoldsCursor>) -> Told {
	<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::holds(account.clone(), from)
}

/// The first page, and the lines of all pages.
pub fn holds_of(account: &AccountId) -> (Told, Vec<Line>) {
	let first = holds_page(account, None);
	let (mut lines, mut next) = (first.lines.clone(), first.next);
	while let Some(cursor) = next {
		let page = holds_page(account, Some(cursor));
		assert_eq!(page.sums, first.sums, "the sums are complete on each page");
		lines.extend(page.lines);
		assert_ne!(page.next, next, "the walk goes on");
		next = page.next;
	}
	(first, lines)
}

/// All that is held of each account is explained, sum by sum and line by line.
pub fn check() {
	for (account, info) in frame_system::Account::<Runtime>::iter() {
		let (first, lines) = holds_of(&account);
		assert_eq!((first.free, first.held), (info.data.free, info.data.reserved));
		let told: Balance = first.sums.iter().map(|sum| sum.amount).sum();
		assert_eq!(
			told, info.data.reserved,
			"16: the sums of {account} are not what is held of it"
		);
		for sum in &first.sums {
			let lines = of_cause(&lines, sum.cause).map(|line| line.amount).sum::<Balance>();
			assert_eq!(lines, sum.amount, "16: the lines of {account} don't explain {sum:?}");
		}
		let known = |line: &Line| first.sums.iter().any(|sum| sum.cause == line.cause);
		assert!(lines.iter().all(known), "16: a line of {account} is of no sum");
	}
}

/// The lines of one cause.
pub fn of_cause(lines: &[Line], cause: Cause<RuntimeHoldReason>) -> impl Iterator<Item = &Line> {
	lines.iter().filter(move |line| line.cause == cause)
}

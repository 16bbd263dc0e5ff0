//! Blocks that begin a session.

use super::*;

#[test]
fn window_due_in_a_block_that_begins_a_session_is_billed_in_the_next_one() {
	let window_of_66_seconds = |genesis: &mut serde_json::Value| {
		genesis["billing"]["params"]["window"] = 66.into();
	};
	on_chain_of(window_of_66_seconds, |chain| {
		let machines = chain.region(["one"]);
		chain.report_to(&machines, after(42));
		let contract = chain.deployed(&machines[0], WORKLOAD);
		assert_eq!(chain.elapsed(), 54);
		chain.report_to(&machines, after(186));
		assert_eq!(
			bills(chain, contract),
			[
				// Due at 120 s, when a session begins. Reported until 114 s: 60 s.
				(BillKind::Window, 54, 126, 60, 157_197),
				// Due 66 s after 120 s. Nothing was reported at 180 s: 174 - 114.
				(BillKind::Window, 126, 186, 60, 157_197),
			]
		);
	})
}

#[test]
fn block_that_begins_a_session_takes_no_transaction() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.advance_to(after(54));
		assert!(chain.is_next_a_rotation());
		let payment = sign(chain, &charlie(), transfer(&account(&bob()), TFT));
		let report = sign(chain, &machines[0].key, machines[0].report_of(1_060));
		let results = chain.block_of(vec![payment.clone(), report.clone()]);
		assert!(results.iter().all(|result| result.unwrap_err().exhausted_resources()));
		// They wait, and enter the next one.
		let results = chain.block_of(vec![payment, report]);
		assert!(results.iter().all(|result| result.unwrap().is_ok()));
	})
}

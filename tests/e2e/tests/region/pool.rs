//! What the pool lets in: reports are free, so whatever would fail or repeat is turned away at the door.

use gridchain_e2e::*;
use subxt::{
	ext::{futures::future::join_all, scale_value::Value},
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// The numbers by which the runtime refuses what the pool answers as `Custom error: N`.
const IMMORTAL: u8 = 60;
const NOT_NODE_ACCOUNT: u8 = 62;
const TOO_EARLY: u8 = 63;
/// What the pool answers for a transaction that would push out another of the same weight.
const PRIORITY_TOO_LOW: i32 = 1014;
/// What it answers for a transaction that would have to push out a better one.
const POOL_IS_FULL: i32 = 1016;

/// How many transactions the pool of the crowded chain has room for.
const ROOM: usize = 250;
/// How many transfers one of its transactions makes: enough that a block carries only a part of the pool.
const TRANSFERS: usize = 400;
/// How many blocks a report may take into a chain that is full of paid transactions.
const FEW_BLOCKS: u64 = 3;

pub async fn reports_that_would_fail_are_refused_by_number_and_leave_no_trace() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let node = Node::join(&client, "//Node1").await;
	let (rich, poor) = (key("//Dave"), key("//Nobody"));
	let last = refuse_second_report(&client, &node).await;
	let before = Trace::of(&client, &node, &rich).await;

	for stranger in [&rich, &poor] {
		let report = call::report(node.id, 200);
		let refused = client.refusal(stranger, &report, Life::Mortal).await;
		assert_eq!((refused.code, refused.number()), (1010, Some(NOT_NODE_ACCOUNT)), "{refused}");
	}
	// A block later the interval is over, and nothing but its life speaks against the report.
	client.reached(last + 1).await;
	let refused = client.refusal(&node.key, &call::report(node.id, 300), Life::Immortal).await;
	assert_eq!((refused.code, refused.number()), (1010, Some(IMMORTAL)), "{refused}");

	client.next_block().await;
	assert_eq!(Trace::of(&client, &node, &rich).await, before);
	assert_eq!(client.waiting().await, 0);
	let history = client.history(client.best().await.number()).await;
	assert_eq!(history.of::<Reported>().last().map(|report| report.block), Some(last));
}

/// Reports, and again at once, which is refused. Gives the block of the report that counted.
async fn refuse_second_report(client: &Client, node: &Node) -> u64 {
	let mut uptime = 100;
	loop {
		let first = node.report(client, uptime).await;
		client.pool_is_empty().await;
		let nonce = client.next_nonce(&node.key).await;
		let second = call::report(node.id, uptime + 6);
		let second = client.sign(&node.key, &second, nonce, Life::Mortal, 0).await;
		match client.submit(&second).await {
			Err(refused) => {
				assert_eq!((refused.code, refused.number()), (1010, Some(TOO_EARLY)), "{refused}");
				return first.block;
			},
			Ok(()) => {
				// On a busy computer the next block came first, and with it the end of the interval.
				assert!(
					client.best().await.number() > first.block,
					"the pool took a second report"
				);
				client.pool_is_empty().await;
				uptime += 12;
			},
		}
	}
}

/// What a refused report could have changed.
#[derive(Debug, PartialEq)]
struct Trace {
	liveness: Option<Value>,
	node: Account,
	stranger: Account,
	issuance: Option<u128>,
}

impl Trace {
	async fn of(client: &Client, node: &Node, stranger: &Keypair) -> Self {
		let best = client.best().await;
		Self {
			liveness: best.read("Nodes", "Liveness", (node.id,)).await,
			node: best.account(&account_of(&node.key)).await,
			stranger: best.account(&account_of(stranger)).await,
			issuance: best.read("Balances", "TotalIssuance", ()).await,
		}
	}
}

pub async fn of_ten_reports_at_once_one_enters() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let node = Node::join(&client, "//Node1").await;
	let before = client.best().await.account(&account_of(&node.key)).await;
	assert_eq!(before.total(), 0, "a node needs no money");
	let nonce = client.next_nonce(&node.key).await;
	let mut reports = Vec::new();
	for number in 0..10 {
		// Half of them with the nonce after: those wouldn't clash if the nonce alone decided.
		let (nonce, report) = (nonce + number % 2, call::report(node.id, 100 + number));
		reports.push(client.sign(&node.key, &report, nonce, Life::Mortal, 0).await);
	}
	// Just after a block, so that the next one is the first to find any of them.
	let now = client.next_block().await.number();
	let first = client.submit(&reports[0]).await;
	assert_eq!(first, Ok(()));
	let others = join_all(reports[1..].iter().map(|report| client.submit(report))).await;
	for answer in others {
		let refused = answer.expect_err("a report of the node waits already");
		assert_eq!(refused.code, PRIORITY_TOO_LOW, "{refused}");
	}

	let last = client.reached(now + 3).await;
	let history = client.history(last.number()).await;
	let entered: Vec<_> =
		history.of::<Reported>().iter().map(|report| report.event.uptime).collect();
	assert_eq!(entered, [100], "the first that came is the one");
	let after = last.account(&account_of(&node.key)).await;
	assert_eq!((after.total(), after.nonce), (0, before.nonce + 1));
}

pub async fn pool_full_of_paid_transfers_keeps_no_report_out() {
	let mut chain = Chain::start_with(&["--pool-limit", &ROOM.to_string()]).await;
	let client = chain.client().await;
	let node = Node::join(&client, "//Node1").await;
	let crowd = Crowd::new(&client).await;
	for round in 1..=3 {
		crowd.fill_the_pool(&client).await;
		let (asked, waiting) = (client.best().await.number(), client.waiting().await);
		let report = call::report(node.id, 100 * round);
		let nonce = client.next_nonce(&node.key).await;
		let report = client.sign(&node.key, &report, nonce, Life::Mortal, 0).await;
		assert_eq!(client.submit(&report).await, Ok(()), "the full pool takes the report");
		let included = crowd.crowds_until_reported(&client, node.id, asked).await;
		assert!(included <= asked + FEW_BLOCKS, "asked in block {asked}, included in {included}");
		let carried = client.at(included).await.events().await.find::<TransactionFeePaid>().count();
		assert!(carried > 0, "block {included} carried paid transfers as well");
		assert!(waiting > carried, "{waiting} waited, of which a block carried {carried}");
		client.reached(included + 1).await;
	}
}

/// People who pay for more transfers than the blocks can carry.
struct Crowd {
	people: Vec<Keypair>,
	transfers: Call,
}

impl Crowd {
	async fn new(client: &Client) -> Self {
		let sink: AccountId32 = account_of(&key("//Sink"));
		// So that it exists, and every transfer costs the same.
		client.send(&key("//Dave"), &call::transfer(&sink, TFT)).await;
		let people = ["//Alice", "//Charlie", "//Dave", "//Eve", "//Ferdie"];
		let stashes = people.map(|person| format!("{person}//stash"));
		let names = people.iter().copied().chain(stashes.iter().map(String::as_str));
		let transfer = || call::transfer(&sink, TFT / 1_000);
		let transfers = call::batch((0..TRANSFERS).map(|_| transfer()));
		Self { people: names.map(key).collect(), transfers }
	}

	/// Sends until the pool has no room for more, or as many wait as it may hold.
	///
	/// It counts those as well that are in a block which isn't final yet, so it is full before it holds as many
	/// as it may.
	async fn fill_the_pool(&self, client: &Client) {
		while client.waiting().await + self.people.len() <= ROOM {
			for person in &self.people {
				let nonce = client.next_nonce(person).await;
				// Each tips a whole TFT: paid priority doesn't help against reports.
				let paid = client.sign(person, &self.transfers, nonce, Life::Mortal, TFT).await;
				if let Err(refused) = client.submit(&paid).await {
					assert_eq!(refused.code, POOL_IS_FULL, "{refused}");
					return;
				}
			}
		}
	}

	/// Keeps the pool full until the node's report is in a block above `asked`. Gives that block.
	async fn crowds_until_reported(&self, client: &Client, node: u32, asked: u64) -> u64 {
		let mut block = asked;
		loop {
			block += 1;
			let view = client.reached(block).await;
			let events = client.at(block).await.events().await;
			let mut reports = events.find::<Reported>().flatten();
			if reports.any(|report| report.node == node) {
				return block;
			}
			assert!(view.number() < asked + 10, "no report in ten blocks");
			self.fill_the_pool(client).await;
		}
	}
}

//! The price feeder against the real oracle.

use super::{bench::connect, node::Node};
use crate::{
	cli::{Cli, Command, FeedArgs},
	error::{Fatal, Trouble},
	feeder::Feeder,
	key::NodeKey,
	shutdown::Stop,
};
use clap::Parser;
use frame_support::assert_ok;
use gridchain_runtime::{configs::oracle::Feed, Feeders, Oracle, RuntimeOrigin};
use serde_json::json;
use std::{
	fs,
	io::{Read, Write},
	net::TcpListener,
	path::Path,
	time::Duration,
};

fn feed_args(source: &[&str]) -> FeedArgs {
	let words = ["gridchain-daemon", "feed-price", "--dev-uri", "//Alice", "--every", "1"];
	let cli = Cli::try_parse_from(words.iter().chain(source)).unwrap();
	let Command::FeedPrice(args) = cli.command else { unreachable!() };
	*args
}

fn of_file(path: &Path) -> FeedArgs {
	feed_args(&["--file", path.to_str().unwrap()])
}

fn key(uri: &str) -> (NodeKey, bool) {
	(NodeKey::from_dev_uri(uri).unwrap(), true)
}

/// What the oracle says, in 10^-18 dollars.
fn fed(node: &Node) -> Option<u128> {
	node.read(|| Oracle::get(&Feed::UsdPerTft)).map(|fed| fed.value.into_inner())
}

/// Feeds in the name of `uri` until `done`, and sees that it is.
async fn run(node: &Node, args: &FeedArgs, uri: &str, done: impl Fn() -> bool) {
	let chain = connect(node).await;
	let (ask, stop) = Stop::by_hand();
	let feeder = Feeder::of(args, key(uri), stop);
	let watching = async {
		for _ in 0..3_000 {
			if done() {
				break;
			}
			tokio::time::sleep(Duration::from_millis(10)).await;
		}
		ask.send(true).unwrap();
	};
	let (end, ()) = tokio::join!(feeder.work(&chain), watching);
	end.unwrap();
	assert!(done(), "it didn't come about");
}

#[tokio::test]
async fn price_in_a_file_is_fed_again_and_again() {
	let node = Node::start();
	node.mine_for_ever();
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("price");
	fs::write(&path, "0.0112\n").unwrap();
	let args = of_file(&path);
	run(&node, &args, "//Alice", || fed(&node) == Some(11_200_000_000_000_000)).await;
	let rising = || {
		if fed(&node) == Some(11_200_000_000_000_000) {
			fs::write(&path, "0.0113\n").unwrap();
		}
		fed(&node) == Some(11_300_000_000_000_000)
	};
	run(&node, &args, "//Alice", rising).await;
}

#[tokio::test]
async fn price_on_a_page_is_fed() {
	let listener = TcpListener::bind("127.0.0.1:0").unwrap();
	let url = format!("http://{}/", listener.local_addr().unwrap());
	std::thread::spawn(move || {
		let body = r#"{"TFT":{"usd":0.0109}}"#;
		while let Ok((mut stream, _)) = listener.accept() {
			let _ = stream.read(&mut [0; 4_096]);
			let head = format!("Content-Length: {}\r\nConnection: close", body.len());
			let _ = write!(stream, "HTTP/1.1 200 OK\r\n{head}\r\n\r\n{body}");
		}
	});
	let node = Node::start();
	node.mine_for_ever();
	let args = feed_args(&["--url", &url, "--pointer", "/TFT/usd"]);
	run(&node, &args, "//Alice", || fed(&node) == Some(10_900_000_000_000_000)).await;
}

#[tokio::test]
async fn nonsense_is_never_fed_and_waited_out() {
	let node = Node::start();
	node.mine_for_ever();
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("price");
	fs::write(&path, "0").unwrap();
	let begun = super::bench::height(&node);
	let mended = || {
		if super::bench::height(&node) == begun + 10 {
			assert_eq!(fed(&node), None);
			fs::write(&path, "0.0111").unwrap();
		}
		fed(&node) == Some(11_100_000_000_000_000)
	};
	run(&node, &of_file(&path), "//Alice", mended).await;
}

#[tokio::test]
async fn stranger_feeds_nothing_until_the_region_adds_it() {
	let node = Node::start();
	node.mine_for_ever();
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("price");
	fs::write(&path, "0.0111").unwrap();
	let begun = super::bench::height(&node);
	let added = std::cell::Cell::new(false);
	let fed_at_last = || {
		if super::bench::height(&node) >= begun + 10 && !added.replace(true) {
			assert_eq!(fed(&node), None);
			node.next_block(|| {
				let dave = sp_keyring::Sr25519Keyring::Dave.to_account_id();
				assert_ok!(Feeders::add_member(RuntimeOrigin::root(), dave.into()));
			});
		}
		fed(&node) == Some(11_100_000_000_000_000)
	};
	run(&node, &of_file(&path), "//Dave", fed_at_last).await;
}

#[tokio::test]
async fn live_chain_takes_no_price_of_a_key_that_everybody_knows() {
	let node = Node::start();
	node.pretend(json!("Live"));
	let chain = connect(&node).await;
	let (_ask, stop) = Stop::by_hand();
	let feeder = Feeder::of(&of_file(Path::new("price")), key("//Alice"), stop);
	let end = feeder.work(&chain).await;
	assert!(matches!(end, Err(Trouble::Fatal(Fatal::PublicKey { .. }))), "{end:?}");
}

#[tokio::test]
async fn lost_connection_ends_the_feeding() {
	let node = Node::start();
	node.mine_for_ever();
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("price");
	fs::write(&path, "0.0111").unwrap();
	let chain = connect(&node).await;
	let (_ask, stop) = Stop::by_hand();
	let feeder = Feeder::of(&of_file(&path), key("//Alice"), stop);
	node.go_away(true);
	let end = tokio::time::timeout(Duration::from_secs(30), feeder.work(&chain)).await.unwrap();
	assert!(matches!(end, Err(Trouble::Chain(_))), "{end:?}");
}

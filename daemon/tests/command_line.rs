//! The program as people and systemd meet it.

use std::{
	fs,
	io::Read,
	os::unix::fs::PermissionsExt,
	path::Path,
	process::{Child, Command, Output, Stdio},
	time::{Duration, Instant},
};

fn daemon(words: &[&str]) -> Command {
	let mut command = Command::new(env!("CARGO_BIN_EXE_gridchain-daemon"));
	command.args(words);
	// What is set where the tests run must not matter.
	for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GRIDCHAIN_")) {
		command.env_remove(name);
	}
	command
}

fn output(words: &[&str]) -> Output {
	daemon(words).output().unwrap()
}

fn stdout(output: &Output) -> String {
	String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
	String::from_utf8(output.stderr.clone()).unwrap()
}

/// `run` on a port where nobody listens.
fn run_nowhere(dir: &Path, key: &[&str]) -> Command {
	let state = dir.join("state");
	let mut command =
		daemon(&["run", "--url", "ws://127.0.0.1:9", "--farm", "1", "--country", "BE"]);
	command.args(["--metrics", "off", "--state-dir", state.to_str().unwrap()]).args(key);
	command
}

fn ended(child: &mut Child, within: Duration) -> Option<i32> {
	let end = Instant::now() + within;
	while Instant::now() < end {
		if let Some(status) = child.try_wait().unwrap() {
			return status.code();
		}
		std::thread::sleep(Duration::from_millis(20));
	}
	child.kill().unwrap();
	panic!("it doesn't end");
}

#[test]
fn hardware_is_shown_as_a_table_or_as_json() {
	let table = stdout(&output(&["hardware"]));
	assert!(table.contains("Cores") && table.contains("Memory"), "{table}");
	let json: serde_json::Value =
		serde_json::from_slice(&output(&["hardware", "--json"]).stdout).unwrap();
	assert!(json["cores"].as_u64().unwrap() >= 1, "{json}");
}

#[test]
fn key_is_made_once_and_its_address_shown() {
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("node.key");
	let path = path.to_str().unwrap();
	let made = output(&["key", "generate", "--out", path]);
	assert!(made.status.success(), "{}", stderr(&made));
	assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
	let text = stdout(&made);
	let address = text.lines().find_map(|line| line.strip_prefix("Address: ")).unwrap();
	let shown = output(&["key", "address", "--key-file", path]);
	assert_eq!(stdout(&shown).trim(), address);

	let again = output(&["key", "generate", "--out", path]);
	assert_eq!(again.status.code(), Some(1));
	assert!(stderr(&again).contains("never overwritten"), "{}", stderr(&again));
}

#[test]
fn key_that_others_can_read_ends_the_run_with_one_line() {
	let dir = tempfile::tempdir().unwrap();
	let path = dir.path().join("node.key");
	fs::write(&path, "//Alice\n").unwrap();
	fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
	let key = ["--key-file", path.to_str().unwrap()];
	let ended = run_nowhere(dir.path(), &key).output().unwrap();
	assert_eq!(ended.status.code(), Some(1));
	let text = stderr(&ended);
	assert!(text.starts_with("error: ") && text.contains("chmod 600"), "{text}");
	assert_eq!(text.lines().count(), 1, "{text}");
}

#[test]
fn run_greets_tries_again_and_stops_when_asked() {
	for signal in ["TERM", "INT"] {
		let dir = tempfile::tempdir().unwrap();
		let mut child = run_nowhere(dir.path(), &["--dev-uri", "//Node1"])
			.stdout(Stdio::piped())
			.spawn()
			.unwrap();
		std::thread::sleep(Duration::from_secs(2));
		assert_eq!(child.try_wait().unwrap(), None, "it gives up");
		let kill = format!("kill -{signal} {}", child.id());
		assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
		assert_eq!(ended(&mut child, Duration::from_secs(10)), Some(0), "{signal}");

		let mut text = String::new();
		child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
		let first: Vec<_> = text.lines().take(6).collect();
		assert!(first[0].starts_with("Gridchain daemon "), "{text}");
		assert!(first[1].starts_with("This computer") && first[1].contains("memory"), "{text}");
		assert!(first[2].starts_with("Account") && first[2].contains(" 5"), "{text}");
		assert!(first[5].starts_with("Next           connect to ws://127.0.0.1:9,"), "{text}");
		assert!(
			text.contains("Can't reach ws://127.0.0.1:9: Error when opening the TCP socket"),
			"{text}"
		);
		assert!(text.contains("Trying again in"), "{text}");
		assert!(text.trim_end().ends_with("Stopped"), "{text}");
	}
}

#[test]
fn feed_price_greets_tries_again_and_stops_when_asked() {
	let words = ["feed-price", "--dev-uri", "//Alice", "--node", "ws://127.0.0.1:9"];
	let mut child = daemon(&words)
		.args(["--file", "/nowhere/price", "--every", "5"])
		.stdout(Stdio::piped())
		.spawn()
		.unwrap();
	std::thread::sleep(Duration::from_secs(2));
	assert_eq!(child.try_wait().unwrap(), None, "it gives up");
	let kill = format!("kill -TERM {}", child.id());
	assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
	assert_eq!(ended(&mut child, Duration::from_secs(10)), Some(0));

	let mut text = String::new();
	child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
	assert!(text.contains("Source         /nowhere/price"), "{text}");
	assert!(text.contains("every 5 min"), "{text}");
	assert!(text.contains("Can't reach ws://127.0.0.1:9"), "{text}");
	assert!(text.trim_end().ends_with("Stopped"), "{text}");
}

#[test]
fn feed_price_refuses_an_unsafe_page_with_the_way_out() {
	let words = ["feed-price", "--dev-uri", "//Alice", "--url", "http://192.0.2.1/price"];
	let ended = output(&words);
	assert_eq!(ended.status.code(), Some(1));
	assert!(stderr(&ended).contains("use https://"), "{}", stderr(&ended));
	assert_eq!(stderr(&ended).lines().count(), 1);
}

#[test]
fn what_is_no_safe_url_ends_the_run_with_the_way_out() {
	let dir = tempfile::tempdir().unwrap();
	for (url, way_out) in
		[("ws://192.0.2.1:9944", "--allow-insecure-url"), ("nonsense", "such as ws://")]
	{
		let mut command = run_nowhere(dir.path(), &["--dev-uri", "//Node1"]);
		let ended = command.args(["--url", url]).output().unwrap();
		assert_eq!(ended.status.code(), Some(1));
		assert!(stderr(&ended).contains(way_out), "{}", stderr(&ended));
	}
}

//! Figures for Prometheus, and the few lines of HTTP that serve them.

use crate::state::{Phase, Workload};
use std::{
	collections::BTreeMap,
	fmt::Write,
	io,
	net::SocketAddr,
	sync::{
		atomic::{AtomicU64, Ordering::Relaxed},
		Arc, Mutex, PoisonError,
	},
	time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::{
	io::{AsyncReadExt, AsyncWriteExt},
	net::{TcpListener, TcpStream},
	sync::Semaphore,
};

/// What the daemon counts.
#[derive(Debug, Default)]
pub struct Metrics {
	connected: AtomicU64,
	reconnects: AtomicU64,
	node: AtomicU64,
	finalized: AtomicU64,
	reports: AtomicU64,
	last_report: AtomicU64,
	credited: AtomicU64,
	not_credited: AtomicU64,
	hook_failures: AtomicU64,
	refusals: Mutex<BTreeMap<u8, u64>>,
	workloads: Mutex<BTreeMap<Phase, u64>>,
}

impl Metrics {
	/// The chain answers, or no longer.
	pub fn set_connected(&self, connected: bool) {
		self.connected.store(connected.into(), Relaxed);
	}

	/// The connection was lost.
	pub fn count_reconnect(&self) {
		self.reconnects.fetch_add(1, Relaxed);
	}

	/// The id of this node.
	pub fn set_node(&self, node: u32) {
		self.node.store(node.into(), Relaxed);
	}

	/// The last finalized block that was looked at.
	pub fn set_finalized(&self, block: u64) {
		self.finalized.store(block, Relaxed);
	}

	/// A report is in a block; so many seconds were credited and so many were not.
	pub fn count_report(&self, credited: u64, not_credited: u64) {
		let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
		self.reports.fetch_add(1, Relaxed);
		self.last_report.store(now.as_secs(), Relaxed);
		self.credited.fetch_add(credited, Relaxed);
		self.not_credited.fetch_add(not_credited, Relaxed);
	}

	/// The chain has refused a call.
	pub fn count_refusal(&self, code: u8) {
		let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
		let count = refusals.entry(code).or_default();
		*count = count.saturating_add(1);
	}

	/// A hook has failed.
	pub fn count_hook_failure(&self) {
		self.hook_failures.fetch_add(1, Relaxed);
	}

	/// The workloads are these.
	pub fn set_workloads(&self, workloads: &BTreeMap<u64, Workload>) {
		let mut counts = BTreeMap::new();
		for workload in workloads.values() {
			*counts.entry(workload.phase).or_insert(0u64) += 1;
		}
		*self.workloads.lock().unwrap_or_else(PoisonError::into_inner) = counts;
	}

	/// All figures, as Prometheus reads them.
	pub fn text(&self) -> String {
		let mut text = String::new();
		let single = [
			("connected", "gauge", "1 while the chain answers.", &self.connected),
			("reconnects_total", "counter", "How often the connection was lost.", &self.reconnects),
			("node", "gauge", "The id of this node; 0 before it is registered.", &self.node),
			("finalized_block", "gauge", "The last finalized block looked at.", &self.finalized),
			("reports_total", "counter", "Reports that are in a block.", &self.reports),
			(
				"last_report_timestamp_seconds",
				"gauge",
				"When the last report was in a block, unix time; 0 before the first.",
				&self.last_report,
			),
			(
				"credited_seconds_total",
				"counter",
				"Uptime that the chain credited.",
				&self.credited,
			),
			(
				"not_credited_seconds_total",
				"counter",
				"Uptime that the chain didn't credit.",
				&self.not_credited,
			),
			(
				"hook_failures_total",
				"counter",
				"Runs of the hook that failed.",
				&self.hook_failures,
			),
		];
		for (name, kind, help, value) in single {
			head(&mut text, name, kind, help);
			line(&mut text, name, "", value.load(Relaxed));
		}
		head(&mut text, "refusals_total", "counter", "Calls that the chain refused, by code.");
		let refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
		for (code, count) in refusals.iter() {
			line(&mut text, "refusals_total", &format!("{{code=\"{code}\"}}"), *count);
		}
		head(&mut text, "contracts", "gauge", "Contracts on this node, by state.");
		let workloads = self.workloads.lock().unwrap_or_else(PoisonError::into_inner);
		for phase in Phase::ALL {
			let count = workloads.get(&phase).copied().unwrap_or_default();
			line(&mut text, "contracts", &format!("{{state=\"{}\"}}", phase.name()), count);
		}
		text
	}
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
	// Writing into a String can't fail.
	let _ = writeln!(text, "# HELP gridchain_daemon_{name} {help}");
	let _ = writeln!(text, "# TYPE gridchain_daemon_{name} {kind}");
}

fn line(text: &mut String, name: &str, labels: &str, value: u64) {
	let _ = writeln!(text, "gridchain_daemon_{name}{labels} {value}");
}

/// How many are served at once, how long one may take, and how much it may ask.
const AT_ONCE: usize = 16;
const PATIENCE: Duration = Duration::from_secs(5);
const LONGEST_REQUEST: usize = 4_096;

/// Begins to listen at `address`. The address that it really got is returned.
pub async fn serve(address: SocketAddr, metrics: Arc<Metrics>) -> io::Result<SocketAddr> {
	let listener = TcpListener::bind(address).await?;
	let address = listener.local_addr()?;
	tokio::spawn(accept(listener, metrics));
	Ok(address)
}

async fn accept(listener: TcpListener, metrics: Arc<Metrics>) {
	let turns = Arc::new(Semaphore::new(AT_ONCE));
	loop {
		let Ok(turn) = turns.clone().acquire_owned().await else { return };
		let Ok((stream, _)) = listener.accept().await else {
			// Out of file descriptors, say: that passes.
			tokio::time::sleep(Duration::from_millis(100)).await;
			continue;
		};
		let metrics = metrics.clone();
		tokio::spawn(async move {
			// A client that hangs or goes away is its own problem.
			let _ = tokio::time::timeout(PATIENCE, answer(stream, &metrics)).await;
			drop(turn);
		});
	}
}

async fn answer(mut stream: TcpStream, metrics: &Metrics) -> io::Result<()> {
	let request = request_line(&mut stream).await?;
	let (status, body) = match request.split(' ').take(2).collect::<Vec<_>>()[..] {
		["GET", "/metrics"] => ("200 OK", metrics.text()),
		["GET", "/"] => ("200 OK", "Gridchain daemon. The figures are at /metrics\n".to_owned()),
		["GET", _] => ("404 Not Found", "The figures are at /metrics\n".to_owned()),
		_ => ("405 Method Not Allowed", "Only GET is answered\n".to_owned()),
	};
	let head = format!(
		"HTTP/1.1 {status}\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: {}\r\n\
		 Connection: close\r\n\r\n",
		body.len()
	);
	stream.write_all(head.as_bytes()).await?;
	stream.write_all(body.as_bytes()).await?;
	stream.shutdown().await
}

/// Reads a request up to its blank line, and returns the first line of it.
async fn request_line(stream: &mut TcpStream) -> io::Result<String> {
	let mut bytes = Vec::new();
	let mut buffer = [0; 512];
	while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
		let read = stream.read(&mut buffer).await?;
		if read == 0 || bytes.len() > LONGEST_REQUEST {
			break;
		}
		bytes.extend_from_slice(&buffer[..read]);
	}
	let text = String::from_utf8_lossy(&bytes);
	Ok(text.lines().next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
	use super::*;

	async fn ask(address: SocketAddr, request: &str) -> String {
		let mut stream = TcpStream::connect(address).await.unwrap();
		stream.write_all(request.as_bytes()).await.unwrap();
		let mut answer = String::new();
		stream.read_to_string(&mut answer).await.unwrap();
		answer
	}

	#[test]
	fn figures_are_named_and_labelled() {
		let metrics = Metrics::default();
		metrics.set_connected(true);
		metrics.set_node(3);
		metrics.count_report(1_200, 4);
		metrics.count_report(1_190, 0);
		metrics.count_refusal(63);
		let text = metrics.text();
		for line in [
			"gridchain_daemon_connected 1",
			"gridchain_daemon_node 3",
			"gridchain_daemon_reports_total 2",
			"gridchain_daemon_credited_seconds_total 2390",
			"gridchain_daemon_not_credited_seconds_total 4",
			"gridchain_daemon_refusals_total{code=\"63\"} 1",
			"gridchain_daemon_contracts{state=\"running\"} 0",
			"# TYPE gridchain_daemon_reports_total counter",
		] {
			assert!(text.lines().any(|found| found == line), "{line} is not in\n{text}");
		}
	}

	#[tokio::test]
	async fn metrics_are_served_and_nothing_else() {
		let metrics = Arc::new(Metrics::default());
		metrics.count_reconnect();
		let address = serve("127.0.0.1:0".parse().unwrap(), metrics).await.unwrap();
		let answer = ask(address, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n").await;
		assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
		assert!(answer.contains("\ngridchain_daemon_reconnects_total 1\n"), "{answer}");
		let length = answer.split_once("\r\n\r\n").unwrap().1.len();
		assert!(answer.contains(&format!("Content-Length: {length}\r\n")), "{answer}");

		let answer = ask(address, "GET /etc/passwd HTTP/1.1\r\n\r\n").await;
		assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
		let answer = ask(address, "POST /metrics HTTP/1.1\r\n\r\n").await;
		assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
	}

	#[tokio::test]
	async fn endless_request_is_cut_off() {
		let metrics = Arc::new(Metrics::default());
		let address = serve("127.0.0.1:0".parse().unwrap(), metrics).await.unwrap();
		let answer = ask(address, &"x".repeat(5_000)).await;
		assert!(answer.starts_with("HTTP/1.1 405 "), "{answer}");
	}

	#[tokio::test]
	async fn address_in_use_is_an_error() {
		let metrics = Arc::new(Metrics::default());
		let address = serve("127.0.0.1:0".parse().unwrap(), metrics.clone()).await.unwrap();
		assert!(serve(address, metrics).await.is_err());
	}
}

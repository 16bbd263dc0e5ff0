//! The executable that runs workloads.
//!
//! The daemon knows contracts, not containers or virtual machines: it calls `HOOK ACTION CONTRACT`, with the
//! rest in the environment and the spec on the standard input, and believes its exit code. What the hook says
//! on its outputs goes into the log.

use crate::state::Document;
use std::{
	fmt, io,
	os::unix::fs::PermissionsExt,
	path::{Path, PathBuf},
	process::{ExitStatus, Stdio},
	time::Duration,
};
use tokio::{
	io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader},
	process::{Child, Command},
	sync::Semaphore,
};

/// How many hooks run at once. Each may fetch and unpack images, which more at once would only slow down.
const AT_ONCE: usize = 4;
/// How much of a hook's output is logged: lines of a run, and bytes of a line.
const MOST_LINES: usize = 200;
const LONGEST_LINE: usize = 500;
/// What a hook must not learn from its environment.
const OWN_SECRETS: [&str; 2] = ["GRIDCHAIN_KEY_FILE", "GRIDCHAIN_DEV_URI"];

/// What a hook is asked to do. Each is asked again after a failure or a crash, so each must succeed, and
/// change nothing, where there is nothing left to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HookAction {
	/// Start the workload, or change the one that runs to this document. 0 means: it runs.
	Deploy,
	/// Stop it and keep its data.
	Suspend,
	/// Start it again, with its data.
	Resume,
	/// Stop it and delete its data.
	End,
}

impl fmt::Display for HookAction {
	/// The hook's first argument.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			HookAction::Deploy => "deploy",
			HookAction::Suspend => "suspend",
			HookAction::Resume => "resume",
			HookAction::End => "end",
		})
	}
}

/// What one run of the hook is about.
#[derive(Debug, Clone)]
pub struct Task {
	/// What to do.
	pub action: HookAction,
	/// With which contract.
	pub contract: u64,
	/// On which node: this one.
	pub node: u32,
	/// What it is that runs.
	pub document: Document,
}

/// Why a hook can't be used, or has failed.
#[derive(Debug, thiserror::Error)]
pub enum HookError {
	/// It can't be started at all.
	#[error("can't use the hook {path}: {reason}. --hook takes an executable file")]
	Unusable {
		/// The executable.
		path: PathBuf,
		/// Why.
		reason: String,
	},
	/// It has run and failed.
	#[error("the hook failed ({status}){}", last_words(.said))]
	Failed {
		/// How it ended.
		status: ExitStatus,
		/// The last line of its errors.
		said: Option<String>,
	},
	/// It took too long and was stopped.
	#[error("the hook took longer than {} s and was stopped; --hook-timeout gives it more", .0.as_secs())]
	TooLong(Duration),
	/// It ran, but the system failed it.
	#[error("lost the hook: {0}")]
	Lost(#[from] io::Error),
}

fn last_words(said: &Option<String>) -> String {
	said.as_ref().map(|line| format!(": {line}")).unwrap_or_default()
}

/// Starts `command`. While its file is still open for writing it can't be run: an operator may be replacing it,
/// so that is tried again for a moment.
async fn spawn(mut command: Command) -> io::Result<Child> {
	const PATIENCE: u32 = 50;
	for _ in 0..PATIENCE {
		match command.spawn() {
			Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => {
				tokio::time::sleep(Duration::from_millis(20)).await;
			},
			outcome => return outcome,
		}
	}
	command.spawn()
}

/// Runs hooks.
#[derive(Debug)]
pub struct Hook {
	program: Option<PathBuf>,
	timeout: Duration,
	traffic: PathBuf,
	turns: Semaphore,
}

impl Hook {
	/// `program`, or one that only says what it would do. `traffic` is the directory of the counters.
	pub fn new(
		program: Option<&Path>,
		timeout: Duration,
		traffic: PathBuf,
	) -> Result<Self, HookError> {
		let program = program.map(usable).transpose()?;
		Ok(Self { program, timeout, traffic, turns: Semaphore::new(AT_ONCE) })
	}

	/// Whether it really runs anything.
	pub fn is_real(&self) -> bool {
		self.program.is_some()
	}

	/// The executable, for people.
	pub fn describe(&self) -> String {
		match &self.program {
			Some(path) => path.display().to_string(),
			None => "none: workloads are only said to run, which a development chain allows".into(),
		}
	}

	/// The directory of the traffic counters.
	pub fn traffic(&self) -> &Path {
		&self.traffic
	}

	/// Runs the hook for `task`, as soon as it is its turn.
	pub async fn run(&self, task: &Task) -> Result<(), HookError> {
		let Some(program) = &self.program else {
			tracing::info!(
				"Contract {}: would {} it, but there is no hook",
				task.contract,
				task.action
			);
			return Ok(());
		};
		let _turn = self.turns.acquire().await.map_err(io::Error::other)?;
		let child = self.start(program, task).await?;
		match tokio::time::timeout(self.timeout, attend(child, task)).await {
			Ok(ended) => ended,
			// The child is killed as it is dropped.
			Err(_) => Err(HookError::TooLong(self.timeout)),
		}
	}

	async fn start(&self, program: &Path, task: &Task) -> Result<Child, HookError> {
		let Task { action, contract, node, document } = task;
		let resources = serde_json::to_string(&document.resources).map_err(io::Error::other)?;
		let public_ips = serde_json::to_string(&document.public_ips).map_err(io::Error::other)?;
		let mut command = Command::new(program);
		command
			.arg(action.to_string())
			.arg(contract.to_string())
			.env("GRIDCHAIN_CONTRACT", contract.to_string())
			.env("GRIDCHAIN_NODE", node.to_string())
			.env("GRIDCHAIN_SPEC_HASH", format!("0x{}", hex::encode(&document.spec_hash)))
			.env("GRIDCHAIN_RESOURCES_JSON", resources)
			.env("GRIDCHAIN_PUBLIC_IPS_JSON", public_ips)
			.env("GRIDCHAIN_TRAFFIC_LIMIT", document.traffic_limit.to_string())
			.env("GRIDCHAIN_TRAFFIC_FILE", self.traffic.join(contract.to_string()))
			.stdin(Stdio::piped())
			.stdout(Stdio::piped())
			.stderr(Stdio::piped())
			.kill_on_drop(true);
		for secret in OWN_SECRETS {
			command.env_remove(secret);
		}
		spawn(command).await.map_err(|error| HookError::Unusable {
			path: program.to_owned(),
			reason: error.to_string(),
		})
	}
}

/// The hook as an absolute path, if it can be executed.
fn usable(path: &Path) -> Result<PathBuf, HookError> {
	let unusable = |reason: String| HookError::Unusable { path: path.to_owned(), reason };
	let absolute = path.canonicalize().map_err(|error| unusable(error.to_string()))?;
	let metadata = absolute.metadata().map_err(|error| unusable(error.to_string()))?;
	if !metadata.is_file() {
		return Err(unusable("it is not a file".into()));
	}
	if metadata.permissions().mode() & 0o111 == 0 {
		return Err(unusable("it is not executable (chmod +x)".into()));
	}
	Ok(absolute)
}

/// Gives the child its input, logs what it says, and waits for its end.
async fn attend(mut child: Child, task: &Task) -> Result<(), HookError> {
	let spec = task.document.spec.clone();
	let input = child.stdin.take();
	let feed = async move {
		if let Some(mut input) = input {
			// A hook need not read its input.
			let _ = input.write_all(&spec).await;
		}
	};
	let (output, errors) = (child.stdout.take(), child.stderr.take());
	let contract = task.contract;
	let (status, (), _, said) = tokio::join!(
		child.wait(),
		feed,
		follow(output, |line| tracing::info!("Contract {contract}: {line}")),
		follow(errors, |line| tracing::warn!("Contract {contract}: {line}")),
	);
	let status = status?;
	if status.success() {
		Ok(())
	} else {
		Err(HookError::Failed { status, said })
	}
}

/// Passes each line of an output to `tell`, as far as it isn't too much. The last one is returned.
async fn follow(output: Option<impl AsyncRead + Unpin>, tell: impl Fn(&str)) -> Option<String> {
	let mut reader = BufReader::new(output?);
	let (mut last, mut lines, mut bytes) = (None, 0usize, Vec::new());
	loop {
		bytes.clear();
		match reader.read_until(b'\n', &mut bytes).await {
			Ok(0) | Err(_) => return last,
			Ok(_) => {},
		}
		bytes.truncate(LONGEST_LINE);
		let text = String::from_utf8_lossy(&bytes);
		let line = text.trim_end();
		if line.is_empty() {
			continue;
		}
		lines = lines.saturating_add(1);
		if lines <= MOST_LINES {
			tell(line);
		} else if lines == MOST_LINES + 1 {
			tell("(it says more, which is not logged)");
		}
		last = Some(line.to_owned());
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::state::{PublicIp, Wanted};
	use std::fs;

	struct Bench {
		dir: tempfile::TempDir,
		hook: Hook,
	}

	/// A shell script as a hook. `$OUT` in it is a file to write to.
	fn bench(script: &str) -> Bench {
		bench_with(script, Duration::from_secs(20))
	}

	fn bench_with(script: &str, timeout: Duration) -> Bench {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("hook");
		let out = dir.path().join("out");
		fs::write(&path, format!("#!/bin/sh\nOUT='{}'\n{script}\n", out.display())).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
		let hook = Hook::new(Some(&path), timeout, dir.path().join("traffic")).unwrap();
		Bench { dir, hook }
	}

	impl Bench {
		fn out(&self) -> String {
			fs::read_to_string(self.dir.path().join("out")).unwrap()
		}
	}

	fn task(action: HookAction) -> Task {
		let resources =
			Wanted { cores: 2, memory_mib: 2_048, ssd_mib: 15_360, hdd_mib: 0, gpus: 1 };
		let document = Document {
			spec_hash: vec![0xab; 32],
			spec: b"image: demo\n".to_vec(),
			resources,
			public_ips: vec![PublicIp {
				address: [185, 206, 122, 31].into(),
				prefix: 24,
				gateway: [185, 206, 122, 1].into(),
			}],
			traffic_limit: 1_000_000_000,
		};
		Task { action, contract: 7, node: 3, document }
	}

	#[tokio::test]
	async fn hook_gets_action_contract_environment_and_spec() {
		let bench = bench(
			"{ echo \"$1 $2 $GRIDCHAIN_CONTRACT $GRIDCHAIN_NODE\"; echo \"$GRIDCHAIN_SPEC_HASH\"; \
			 echo \"$GRIDCHAIN_RESOURCES_JSON\"; echo \"$GRIDCHAIN_PUBLIC_IPS_JSON\"; \
			 echo \"$GRIDCHAIN_TRAFFIC_LIMIT\"; echo \"$GRIDCHAIN_TRAFFIC_FILE\"; cat; } > \"$OUT\"",
		);
		bench.hook.run(&task(HookAction::Deploy)).await.unwrap();
		let traffic = bench.dir.path().join("traffic/7");
		let expected = format!(
			"deploy 7 7 3\n0x{}\n\
			 {{\"cores\":2,\"memoryMib\":2048,\"ssdMib\":15360,\"hddMib\":0,\"gpus\":1}}\n\
			 [{{\"address\":\"185.206.122.31\",\"prefix\":24,\"gateway\":\"185.206.122.1\"}}]\n\
			 1000000000\n{}\nimage: demo\n",
			"ab".repeat(32),
			traffic.display(),
		);
		assert_eq!(bench.out(), expected);
	}

	#[tokio::test]
	async fn hook_of_a_workload_without_public_ips_gets_an_empty_list() {
		let bench = bench("echo \"$GRIDCHAIN_PUBLIC_IPS_JSON\" > \"$OUT\"");
		let mut task = task(HookAction::Deploy);
		task.document.public_ips.clear();
		bench.hook.run(&task).await.unwrap();
		assert_eq!(bench.out(), "[]\n");
	}

	#[tokio::test]
	async fn each_action_has_its_word() {
		let bench = bench("echo \"$1\" >> \"$OUT\"");
		for action in [HookAction::Deploy, HookAction::Suspend, HookAction::Resume, HookAction::End]
		{
			bench.hook.run(&task(action)).await.unwrap();
		}
		assert_eq!(bench.out(), "deploy\nsuspend\nresume\nend\n");
	}

	#[tokio::test]
	async fn failure_tells_the_code_and_the_last_words() {
		let bench = bench("echo 'pulling'; echo 'no such image' >&2; exit 3");
		let error = bench.hook.run(&task(HookAction::Deploy)).await.unwrap_err();
		assert_eq!(error.to_string(), "the hook failed (exit status: 3): no such image");
	}

	#[tokio::test]
	async fn hook_that_takes_too_long_is_stopped() {
		let bench =
			bench_with("sleep 30 & echo $! > \"$OUT\"; exec sleep 30", Duration::from_secs(1));
		let error = bench.hook.run(&task(HookAction::Deploy)).await.unwrap_err();
		assert!(matches!(error, HookError::TooLong(_)), "{error}");
		assert!(error.to_string().contains("--hook-timeout"), "{error}");
	}

	#[tokio::test]
	async fn hook_that_reads_nothing_and_says_much_succeeds() {
		let bench = bench("i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done");
		bench.hook.run(&task(HookAction::Deploy)).await.unwrap();
	}

	#[tokio::test]
	async fn built_in_hook_succeeds_and_is_known_to_run_nothing() {
		let hook = Hook::new(None, Duration::from_secs(1), "/nowhere".into()).unwrap();
		assert!(!hook.is_real());
		hook.run(&task(HookAction::Deploy)).await.unwrap();
	}

	#[test]
	fn what_cannot_be_executed_is_refused_at_the_start() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("hook");
		let refusal = |path: &Path| {
			Hook::new(Some(path), Duration::from_secs(1), "/nowhere".into())
				.unwrap_err()
				.to_string()
		};
		assert!(refusal(&path).contains("No such file"));
		assert!(refusal(dir.path()).contains("not a file"));
		fs::write(&path, "#!/bin/sh\n").unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
		assert!(refusal(&path).contains("chmod +x"));
	}
}

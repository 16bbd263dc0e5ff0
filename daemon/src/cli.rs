//! The command line. Its help texts are the first thing that a farmer reads.

use crate::{hardware::DiskRule, wire};
use clap::{Args, Parser, Subcommand};
use std::{net::SocketAddr, path::PathBuf, str::FromStr, time::Duration};

/// Makes this computer a node of a Gridchain farm.
///
/// It detects the hardware, registers the node, reports that it is up, and runs the workloads that deployers
/// rent on it. None of this costs a fee, and the node's account needs no balance.
#[derive(Debug, Parser)]
#[command(name = "gridchain-daemon", version, after_help = FIRST_STEPS)]
pub struct Cli {
	/// What to do.
	#[command(subcommand)]
	pub command: Command,
	/// How much to log: error, warn, info, debug, or a filter such as `info,subxt=debug`.
	#[arg(
		long,
		global = true,
		env = "GRIDCHAIN_LOG",
		default_value = "info",
		value_name = "FILTER"
	)]
	pub log: String,
}

const FIRST_STEPS: &str = "First steps:
  What this computer has:
    gridchain-daemon hardware
  A key, and the address that the farmer authorises:
    gridchain-daemon key generate --out /etc/gridchain/node.key
  The node:
    gridchain-daemon run --url wss://node.example.org \\
      --key-file /etc/gridchain/node.key \\
      --farm 1 --country BE --city Ghent --hook /usr/local/bin/run-workload";

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
	/// Run the node: register it once, report, and look after its workloads, until stopped.
	Run(Box<RunArgs>),
	/// Feed the price of TFT to the chain, as a member of the region's oracle, until stopped.
	FeedPrice(Box<FeedArgs>),
	/// Show what is detected of this computer, and so what the chain would be told.
	Hardware(HardwareArgs),
	/// Make or show the node's key.
	#[command(subcommand)]
	Key(KeyCommand),
}

/// Options of `run`.
#[derive(Debug, Args)]
pub struct RunArgs {
	/// A node of the region's chain. Several, divided by commas, are tried in turn.
	#[arg(
		long,
		env = "GRIDCHAIN_URL",
		default_value = "ws://127.0.0.1:9944",
		value_delimiter = ',',
		value_name = "URL"
	)]
	pub url: Vec<String>,

	/// Allow an unencrypted connection to another computer. Whoever sits on the line could then invent
	/// contracts.
	#[arg(long, env = "GRIDCHAIN_ALLOW_INSECURE_URL")]
	pub allow_insecure_url: bool,

	/// The node's key.
	#[command(flatten)]
	pub key: KeyArgs,

	/// The number of the farm that the node joins: the one whose farmer authorises its account. It counts only
	/// until the node is registered.
	#[arg(long, env = "GRIDCHAIN_FARM", value_name = "NUMBER")]
	pub farm: u32,

	/// The executable that runs workloads: `HOOK deploy|suspend|resume|end CONTRACT`. Without one, the daemon
	/// only says what it would run; that is for development chains.
	#[arg(long, env = "GRIDCHAIN_HOOK", value_name = "FILE")]
	pub hook: Option<PathBuf>,

	/// How long one run of the hook may take, in seconds. Then it is stopped and tried again later.
	#[arg(long, env = "GRIDCHAIN_HOOK_TIMEOUT", default_value = "600", value_parser = seconds, value_name = "SECONDS")]
	pub hook_timeout: Duration,

	/// Where the daemon remembers which workloads it runs, and where the hook writes traffic counters.
	#[arg(
		long,
		env = "GRIDCHAIN_STATE_DIR",
		default_value = "/var/lib/gridchain-daemon",
		value_name = "DIR"
	)]
	pub state_dir: PathBuf,

	/// Where the node stands.
	#[command(flatten)]
	pub place: PlaceArgs,

	/// What the disks are made of.
	#[command(flatten)]
	pub hardware: DiskArgs,

	/// Report this often, in seconds. Never more often than the chain allows; by default as often as the
	/// chain's rules ask for, which is every 20 minutes on a live chain.
	#[arg(long, env = "GRIDCHAIN_REPORT_INTERVAL", value_parser = seconds, value_name = "SECONDS")]
	pub report_interval: Option<Duration>,

	/// Serve Prometheus metrics at http://ADDRESS/metrics; `off` for none.
	#[arg(
		long,
		env = "GRIDCHAIN_METRICS",
		default_value = "127.0.0.1:9616",
		value_name = "ADDRESS"
	)]
	pub metrics: MetricsAddress,
}

/// Options of `feed-price`.
#[derive(Debug, Args)]
pub struct FeedArgs {
	/// A node of the region's chain. Several, divided by commas, are tried in turn.
	#[arg(
		long,
		env = "GRIDCHAIN_URL",
		default_value = "ws://127.0.0.1:9944",
		value_delimiter = ',',
		value_name = "URL"
	)]
	pub node: Vec<String>,

	/// Allow an unencrypted connection to another computer, be it the node or the page. Whoever sits on the line
	/// could then say what TFT is worth.
	#[arg(long, env = "GRIDCHAIN_ALLOW_INSECURE_URL")]
	pub allow_insecure_url: bool,

	/// The feeder's key.
	#[command(flatten)]
	pub key: KeyArgs,

	/// Where the price comes from.
	#[command(flatten)]
	pub source: SourceArgs,

	/// Feed this often, in minutes. A feed counts for an hour on a live chain.
	#[arg(long, env = "GRIDCHAIN_FEED_EVERY", default_value = "10", value_parser = minutes, value_name = "MINUTES")]
	pub every: Duration,
}

/// Where the price comes from: exactly one of `file` and `url`.
#[derive(Debug, Clone, Args)]
pub struct SourceArgs {
	/// A file with the price in dollars for one TFT, read anew each time: a number alone, or JSON.
	#[arg(
		long,
		env = "GRIDCHAIN_PRICE_FILE",
		required_unless_present = "url",
		conflicts_with = "url",
		value_name = "FILE"
	)]
	pub file: Option<PathBuf>,
	/// A page that answers with JSON.
	#[arg(long, env = "GRIDCHAIN_PRICE_URL", value_name = "URL")]
	pub url: Option<String>,
	/// Where in the JSON the price is, as a JSON pointer: /data/0/price. Without one, the JSON is the price.
	#[arg(long, env = "GRIDCHAIN_PRICE_POINTER", value_parser = pointer, value_name = "POINTER")]
	pub pointer: Option<String>,
}

/// Where the key comes from: exactly one of both.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct KeyArgs {
	/// The file with the node's secret, of mode 600. `gridchain-daemon key generate` makes one.
	#[arg(long, env = "GRIDCHAIN_KEY_FILE", value_name = "FILE")]
	pub key_file: Option<PathBuf>,
	/// A key that everybody knows, such as //Node1. For development chains only.
	#[arg(long, env = "GRIDCHAIN_DEV_URI", value_name = "URI")]
	pub dev_uri: Option<String>,
}

/// Where the node stands, as its farmer says.
#[derive(Debug, Clone, Args)]
pub struct PlaceArgs {
	/// The country, as two letters: BE.
	#[arg(long, env = "GRIDCHAIN_COUNTRY", value_parser = country, value_name = "CODE")]
	pub country: Country,
	/// The city, at most 48 bytes.
	#[arg(long, env = "GRIDCHAIN_CITY", default_value = "", value_parser = city, value_name = "NAME")]
	pub city: String,
	/// How far north, in degrees: 51.054321. South is negative.
	#[arg(
		long,
		env = "GRIDCHAIN_LATITUDE",
		requires = "longitude",
		allow_negative_numbers = true,
		value_parser = latitude,
		value_name = "DEGREES"
	)]
	pub latitude: Option<i32>,
	/// How far east, in degrees: 3.7174. West is negative.
	#[arg(
		long,
		env = "GRIDCHAIN_LONGITUDE",
		requires = "latitude",
		allow_negative_numbers = true,
		value_parser = longitude,
		value_name = "DEGREES"
	)]
	pub longitude: Option<i32>,
}

/// Two upper-case letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country(pub [u8; 2]);

impl PlaceArgs {
	/// As the chain is told.
	pub fn location(&self) -> wire::Location {
		let position = self.latitude.zip(self.longitude);
		wire::Location {
			country: self.country.0,
			city: self.city.clone().into_bytes(),
			position: position.map(|(latitude, longitude)| wire::Position { latitude, longitude }),
		}
	}
}

/// What the disks are made of.
#[derive(Debug, Clone, Args)]
pub struct DiskArgs {
	/// What the disks are made of. A disk of a virtual machine says HDD whatever is below it: say `ssd` if
	/// you know better.
	#[arg(long, env = "GRIDCHAIN_DISKS", value_enum, default_value_t, value_name = "KIND")]
	pub disks: DiskRule,
}

/// Options of `hardware`.
#[derive(Debug, Args)]
pub struct HardwareArgs {
	/// What the disks are made of.
	#[command(flatten)]
	pub rule: DiskArgs,
	/// Print JSON instead of a table.
	#[arg(long)]
	pub json: bool,
}

/// What to do with a key.
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
	/// Make a new key, in a file that only you can read, and print its address.
	Generate {
		/// The file to make. An existing one is never overwritten.
		#[arg(long, value_name = "FILE")]
		out: PathBuf,
		/// The chain's address format.
		#[arg(long, default_value_t = crate::key::GENERIC_FORMAT, value_name = "NUMBER")]
		ss58_format: u16,
	},
	/// Print the address of a key.
	Address {
		/// The key.
		#[command(flatten)]
		key: KeyArgs,
		/// The chain's address format.
		#[arg(long, default_value_t = crate::key::GENERIC_FORMAT, value_name = "NUMBER")]
		ss58_format: u16,
	},
}

/// Where metrics are served, if anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MetricsAddress(pub Option<SocketAddr>);

impl FromStr for MetricsAddress {
	type Err = String;

	fn from_str(text: &str) -> Result<Self, String> {
		if text == "off" {
			return Ok(Self(None));
		}
		let address = text.parse();
		address.map(|address| Self(Some(address))).map_err(|_| "127.0.0.1:9616, or off".into())
	}
}

fn seconds(text: &str) -> Result<Duration, String> {
	match text.parse() {
		Ok(0) | Err(_) => Err("a whole number of seconds, at least 1".into()),
		Ok(seconds) => Ok(Duration::from_secs(seconds)),
	}
}

fn minutes(text: &str) -> Result<Duration, String> {
	match text.parse::<u64>() {
		Ok(minutes @ 1..=1_440) => Ok(Duration::from_secs(minutes.saturating_mul(60))),
		_ => Err("a whole number of minutes from 1 to 1440, a day".into()),
	}
}

fn pointer(text: &str) -> Result<String, String> {
	let fits = text.is_empty() || text.starts_with('/');
	fits.then(|| text.to_owned()).ok_or_else(|| "a JSON pointer, such as /data/0/price".into())
}

fn country(text: &str) -> Result<Country, String> {
	let upper = text.to_ascii_uppercase().into_bytes();
	<[u8; 2]>::try_from(upper)
		.ok()
		.filter(|letters| letters.iter().all(u8::is_ascii_uppercase))
		.map(Country)
		.ok_or_else(|| "two letters, as in ISO 3166: BE".into())
}

fn city(text: &str) -> Result<String, String> {
	let fits = text.len() <= wire::MAX_CITY && !text.chars().any(char::is_control);
	fits.then(|| text.to_owned()).ok_or_else(|| "at most 48 bytes of plain text".into())
}

fn latitude(text: &str) -> Result<i32, String> {
	degrees(text, 90)
}

fn longitude(text: &str) -> Result<i32, String> {
	degrees(text, 180)
}

/// Degrees with at most six decimals, in millionths: `3.7174` is 3,717,400.
fn degrees(text: &str, most: i32) -> Result<i32, String> {
	let most = most.saturating_mul(1_000_000);
	millionths(text)
		.filter(|value| (-most..=most).contains(value))
		.ok_or_else(|| format!("degrees from -{0} to {0}: 3.7174", most / 1_000_000))
}

fn millionths(text: &str) -> Option<i32> {
	let (sign, digits) = match text.strip_prefix('-') {
		Some(digits) => (-1, digits),
		None => (1, text),
	};
	let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
	let plain = |text: &str| text.chars().all(|c| c.is_ascii_digit());
	if whole.is_empty() || decimals.len() > 6 || !plain(whole) || !plain(decimals) {
		return None;
	}
	let decimals: i32 = format!("{decimals:0<6}").parse().ok()?;
	whole.parse::<i32>().ok()?.checked_mul(1_000_000)?.checked_add(decimals)?.checked_mul(sign)
}

#[cfg(test)]
mod tests {
	use super::*;
	use clap::{error::ErrorKind, CommandFactory};

	fn parse(extra: &[&str]) -> Result<Box<RunArgs>, clap::Error> {
		let words = ["gridchain-daemon", "run", "--farm", "1"].iter().chain(extra);
		Cli::try_parse_from(words).map(|cli| match cli.command {
			Command::Run(args) => args,
			_ => unreachable!("run was given"),
		})
	}

	#[test]
	fn command_line_is_well_formed() {
		Cli::command().debug_assert();
	}

	#[test]
	fn least_command_line_has_the_documented_defaults() {
		let args = parse(&["--dev-uri", "//Node1", "--country", "be"]).unwrap();
		assert_eq!(args.url, ["ws://127.0.0.1:9944"]);
		assert_eq!(args.metrics.0, Some("127.0.0.1:9616".parse().unwrap()));
		assert_eq!(args.state_dir, PathBuf::from("/var/lib/gridchain-daemon"));
		assert_eq!(args.hook_timeout, Duration::from_secs(600));
		assert_eq!((args.farm, args.hook, args.report_interval), (1, None, None));
		assert_eq!(
			args.place.location(),
			wire::Location { country: *b"BE", city: Vec::new(), position: None }
		);
	}

	#[test]
	fn key_comes_from_exactly_one_place() {
		let kind = |extra: &[&str]| parse(extra).unwrap_err().kind();
		assert_eq!(kind(&["--country", "BE"]), ErrorKind::MissingRequiredArgument);
		assert_eq!(
			kind(&["--country", "BE", "--dev-uri", "//Node1", "--key-file", "node.key"]),
			ErrorKind::ArgumentConflict
		);
	}

	#[test]
	fn farm_has_to_be_named() {
		let words = ["gridchain-daemon", "run", "--dev-uri", "//Node1", "--country", "BE"];
		let kind = Cli::try_parse_from(words).unwrap_err().kind();
		assert_eq!(kind, ErrorKind::MissingRequiredArgument);
	}

	#[test]
	fn several_urls_are_divided_by_commas() {
		let args =
			parse(&["--dev-uri", "//A", "--country", "BE", "--url", "wss://a,wss://b"]).unwrap();
		assert_eq!(args.url, ["wss://a", "wss://b"]);
	}

	#[test]
	fn place_is_told_in_millionths_of_a_degree() {
		let words =
			"--dev-uri //A --country BE --city Ghent --latitude 51.054321 --longitude -3.7174";
		let args = parse(&words.split(' ').collect::<Vec<_>>()).unwrap();
		let position = Some(wire::Position { latitude: 51_054_321, longitude: -3_717_400 });
		assert_eq!(
			args.place.location(),
			wire::Location { country: *b"BE", city: b"Ghent".to_vec(), position }
		);
	}

	#[test]
	fn one_half_of_a_position_is_refused() {
		let error =
			parse(&["--dev-uri", "//A", "--country", "BE", "--latitude", "51"]).unwrap_err();
		assert_eq!(error.kind(), ErrorKind::MissingRequiredArgument);
	}

	#[test]
	fn degrees_are_bounded_and_exact() {
		assert_eq!(latitude("90"), Ok(90_000_000));
		assert_eq!(latitude("-90.000000"), Ok(-90_000_000));
		assert_eq!(longitude("0.000001"), Ok(1));
		assert_eq!(longitude("-0.5"), Ok(-500_000));
		for text in ["90.000001", "1.0000001", "", "-", ".5", "1e3", "+1", "1.-5", "9999999999"] {
			assert!(latitude(text).is_err(), "{text}");
		}
		assert_eq!(longitude("180"), Ok(180_000_000));
		assert!(longitude("180.1").is_err());
	}

	#[test]
	fn country_is_two_letters() {
		assert_eq!(country("be"), Ok(Country(*b"BE")));
		for text in ["", "B", "BEL", "B1", "é"] {
			assert!(country(text).is_err(), "{text}");
		}
	}

	#[test]
	fn city_fits_the_chain() {
		assert!(city(&"x".repeat(48)).is_ok());
		assert!(city(&"x".repeat(49)).is_err());
		assert!(city("Ghent\n").is_err());
	}

	#[test]
	fn metrics_can_be_turned_off() {
		assert_eq!("off".parse(), Ok(MetricsAddress(None)));
		assert!("9616".parse::<MetricsAddress>().is_err());
	}

	#[test]
	fn price_comes_from_exactly_one_place() {
		let parse = |extra: &[&str]| {
			let words = ["gridchain-daemon", "feed-price", "--dev-uri", "//Alice"];
			Cli::try_parse_from(words.iter().chain(extra)).map(|cli| match cli.command {
				Command::FeedPrice(args) => args,
				_ => unreachable!("feed-price was given"),
			})
		};
		let kind = |extra: &[&str]| parse(extra).unwrap_err().kind();
		assert_eq!(kind(&[]), ErrorKind::MissingRequiredArgument);
		assert_eq!(kind(&["--file", "price", "--url", "https://a"]), ErrorKind::ArgumentConflict);
		assert_eq!(kind(&["--file", "price", "--every", "0"]), ErrorKind::ValueValidation);
		assert_eq!(kind(&["--file", "price", "--every", "1441"]), ErrorKind::ValueValidation);
		assert_eq!(kind(&["--url", "https://a", "--pointer", "a"]), ErrorKind::ValueValidation);
		let args = parse(&["--url", "https://a", "--pointer", "/b"]).unwrap();
		assert_eq!(args.node, ["ws://127.0.0.1:9944"]);
		assert_eq!(args.every, Duration::from_secs(600));
		assert_eq!(args.source.pointer.as_deref(), Some("/b"));
	}

	#[test]
	fn spans_are_whole_seconds() {
		assert_eq!(seconds("20"), Ok(Duration::from_secs(20)));
		for text in ["0", "-1", "1.5", "20s"] {
			assert!(seconds(text).is_err(), "{text}");
		}
	}
}

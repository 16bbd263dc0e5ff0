//! Where the price comes from: a file, or a page on the web.
//!
//! Both are JSON. A file that holds nothing but a number is JSON too.

use super::price::{NoPrice, UsdPrice};
use crate::cli::SourceArgs;
use http::{
	header::{ACCEPT, USER_AGENT},
	Request,
};
use http_body_util::{BodyExt, Empty, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
	client::legacy::{connect::HttpConnector, Client},
	rt::TokioExecutor,
};
use std::{error::Error, fmt, io, path::PathBuf, time::Duration};
use subxt::rpcs::utils::url_is_secure;
use tokio::time::timeout;

/// How long the source may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long its answer may be, in bytes.
const LIMIT: usize = 1 << 20;
/// What the daemon calls itself.
const AGENT: &str = concat!("gridchain-daemon/", env!("CARGO_PKG_VERSION"));

/// Why the source gives no price.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
	/// The file.
	#[error("can't read {path}: {source}")]
	File {
		/// The file.
		path: PathBuf,
		/// Why.
		source: io::Error,
	},
	/// The web.
	#[error("can't read {url}: {reason}")]
	Web {
		/// The page.
		url: String,
		/// Why.
		reason: String,
	},
	/// Whoever sits on an unencrypted line could say what TFT is worth.
	#[error(
		"{url} is not encrypted and not on this computer: use https://, or --allow-insecure-url if you trust \
		 the line"
	)]
	Insecure {
		/// The page.
		url: String,
	},
	/// Not an address of a page.
	#[error("{url} is no URL of a page, such as https://prices.example.org/tft.json")]
	NoUrl {
		/// What was given.
		url: String,
	},
	/// A certificate is trusted if the system trusts who made it.
	#[error(
		"can't read the certificates that this system trusts: {0}. Install them (ca-certificates)"
	)]
	Certificates(io::Error),
	/// More than any page with a price.
	#[error("{place} is longer than 1 MiB")]
	TooLong {
		/// The file or the page.
		place: String,
	},
	/// Not JSON.
	#[error("{place} is no JSON: {reason}")]
	NotJson {
		/// The file or the page.
		place: String,
		/// Where it isn't.
		reason: String,
	},
	/// Nothing where the price should be.
	#[error("{place} has nothing at `{pointer}`: check --pointer, such as /data/price")]
	NothingThere {
		/// The file or the page.
		place: String,
		/// Where.
		pointer: String,
	},
	/// What is there is no price.
	#[error("{place} gives no price: {error}")]
	NoPrice {
		/// The file or the page.
		place: String,
		/// Why.
		error: NoPrice,
	},
}

type Nothing = Empty<&'static [u8]>;

/// A client with or without encryption.
#[derive(Debug)]
enum Web {
	Plain(Client<HttpConnector, Nothing>),
	Encrypted(Client<HttpsConnector<HttpConnector>, Nothing>),
}

#[derive(Debug)]
enum Place {
	File(PathBuf),
	Page { url: String, web: Box<Web> },
}

impl fmt::Display for Place {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::File(path) => path.display().fmt(f),
			Self::Page { url, .. } => f.write_str(url),
		}
	}
}

/// Where the price comes from.
#[derive(Debug)]
pub struct Source {
	place: Place,
	pointer: String,
}

impl fmt::Display for Source {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self.pointer.as_str() {
			"" => self.place.fmt(f),
			pointer => write!(f, "{} at {pointer}", self.place),
		}
	}
}

impl Source {
	/// What the options name. An unencrypted line to another computer is refused, unless it is `trusted`.
	pub fn new(args: &SourceArgs, trusted: bool) -> Result<Self, SourceError> {
		let place = match (&args.file, &args.url) {
			(Some(path), _) => Place::File(path.clone()),
			(None, url) => page(url.clone().unwrap_or_default(), trusted)?,
		};
		Ok(Self { place, pointer: args.pointer.clone().unwrap_or_default() })
	}

	/// The price that it gives at this moment.
	pub async fn read(&self) -> Result<UsdPrice, SourceError> {
		let place = || self.place.to_string();
		let bytes = match &self.place {
			Place::File(path) => of_file(path).await?,
			Place::Page { url, web } => timeout(PATIENCE, of_page(url, web))
				.await
				.unwrap_or_else(|_| Err(unread(url, "no answer in 20 s")))?,
		};
		if bytes.len() > LIMIT {
			return Err(SourceError::TooLong { place: place() });
		}
		let json: serde_json::Value = serde_json::from_slice(&bytes)
			.map_err(|error| SourceError::NotJson { place: place(), reason: error.to_string() })?;
		let found = json.pointer(&self.pointer).ok_or_else(|| SourceError::NothingThere {
			place: place(),
			pointer: self.pointer.clone(),
		})?;
		// As a text, or as a number, whose shortest form is what was written.
		let text = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
		text.trim().parse().map_err(|error| SourceError::NoPrice { place: place(), error })
	}
}

fn page(url: String, trusted: bool) -> Result<Place, SourceError> {
	let encrypted = url.starts_with("https://");
	if !encrypted && !url.starts_with("http://") {
		return Err(SourceError::NoUrl { url });
	}
	match url_is_secure(&url) {
		Ok(secure) if secure || trusted => {},
		Ok(_) => return Err(SourceError::Insecure { url }),
		Err(_) => return Err(SourceError::NoUrl { url }),
	}
	let client = Client::builder(TokioExecutor::new());
	let web = match encrypted {
		false => Web::Plain(client.build_http()),
		true => {
			let provider = rustls::crypto::ring::default_provider();
			let connector = HttpsConnectorBuilder::new()
				.with_provider_and_native_roots(provider)
				.map_err(SourceError::Certificates)?
				.https_only()
				.enable_http1()
				.build();
			Web::Encrypted(client.build(connector))
		},
	};
	Ok(Place::Page { url, web: Box::new(web) })
}

async fn of_file(path: &PathBuf) -> Result<Vec<u8>, SourceError> {
	use tokio::io::AsyncReadExt;
	let unread = |source| SourceError::File { path: path.clone(), source };
	let file = tokio::fs::File::open(path).await.map_err(unread)?;
	let mut bytes = Vec::new();
	// One byte more than may be there tells that there is too much.
	let most = u64::try_from(LIMIT).unwrap_or(u64::MAX).saturating_add(1);
	file.take(most).read_to_end(&mut bytes).await.map_err(unread)?;
	Ok(bytes)
}

/// What `url` answers. A redirection is no answer: what is asked is what was given.
async fn of_page(url: &str, web: &Web) -> Result<Vec<u8>, SourceError> {
	let request = Request::get(url)
		.header(ACCEPT, "application/json")
		.header(USER_AGENT, AGENT)
		.body(Nothing::new())
		.map_err(|_| SourceError::NoUrl { url: url.to_owned() })?;
	let response = match web {
		Web::Plain(client) => client.request(request).await,
		Web::Encrypted(client) => client.request(request).await,
	};
	let response = response.map_err(|error| unread(url, &root_of(&error)))?;
	if !response.status().is_success() {
		return Err(unread(url, &format!("it answered {}", response.status())));
	}
	let body = Limited::new(response.into_body(), LIMIT).collect().await;
	let body = body.map_err(|error| match error.is::<http_body_util::LengthLimitError>() {
		true => SourceError::TooLong { place: url.to_owned() },
		false => unread(url, &root_of(error.as_ref())),
	})?;
	Ok(body.to_bytes().to_vec())
}

fn unread(url: &str, reason: &str) -> SourceError {
	SourceError::Web { url: url.to_owned(), reason: reason.to_owned() }
}

/// What went wrong at the bottom, without the layers of libraries above it.
fn root_of(error: &(dyn Error + 'static)) -> String {
	let mut root = error;
	while let Some(source) = root.source() {
		root = source;
	}
	root.to_string()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::{
		fs,
		io::{Read, Write},
		net::TcpListener,
	};

	fn args(file: Option<PathBuf>, url: Option<String>, pointer: &str) -> SourceArgs {
		SourceArgs { file, url, pointer: Some(pointer.to_owned()) }
	}

	async fn of_text(text: &str, pointer: &str) -> Result<UsdPrice, SourceError> {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("price");
		fs::write(&path, text).unwrap();
		Source::new(&args(Some(path), None, pointer), false).unwrap().read().await
	}

	/// A server on this computer that answers one request with `answer`, and tells what it was asked.
	fn server(answer: String) -> (String, std::thread::JoinHandle<String>) {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let url = format!("http://{}/tft.json", listener.local_addr().unwrap());
		let serving = std::thread::spawn(move || {
			let (mut stream, _) = listener.accept().unwrap();
			let mut asked = [0; 4_096];
			let length = stream.read(&mut asked).unwrap();
			// Whoever got too much hangs up before the end.
			let _ = stream.write_all(answer.as_bytes());
			String::from_utf8(asked[..length].to_vec()).unwrap()
		});
		(url, serving)
	}

	fn answer(status: &str, body: &str) -> String {
		let length = body.len();
		format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
	}

	async fn of_answer(answer: String, pointer: &str) -> Result<UsdPrice, SourceError> {
		let (url, serving) = server(answer);
		let read = Source::new(&args(None, Some(url), pointer), false).unwrap().read().await;
		serving.join().unwrap();
		read
	}

	#[tokio::test]
	async fn file_holds_a_number_or_a_text_or_a_document() {
		let price: UsdPrice = "0.0105".parse().unwrap();
		assert_eq!(of_text("0.0105\n", "").await.unwrap(), price);
		assert_eq!(of_text("\"0.0105\"", "").await.unwrap(), price);
		let document = r#"{"data": {"TFT": [{"usd": 0.0105}]}}"#;
		assert_eq!(of_text(document, "/data/TFT/0/usd").await.unwrap(), price);
		assert_eq!(of_text("1.05e-2", "").await.unwrap(), price);
	}

	#[tokio::test]
	async fn nonsense_is_refused_with_the_way_out() {
		let refused = |read: Result<UsdPrice, SourceError>| read.unwrap_err().to_string();
		let text = refused(of_text("soon", "").await);
		assert!(text.contains("is no JSON"), "{text}");
		let text = refused(of_text("\"soon\"", "").await);
		assert!(text.contains("`soon` is no price") && text.contains("0.0105"), "{text}");
		let text = refused(of_text("0", "").await);
		assert!(text.contains("0 USD for one TFT can't be meant"), "{text}");
		let text = refused(of_text("-0.01", "").await);
		assert!(text.contains("`-0.01` is no price"), "{text}");
		let text = refused(of_text("{\"price\": null}", "/price").await);
		assert!(text.contains("`null` is no price"), "{text}");
		let text = refused(of_text("{}", "/price").await);
		assert!(text.contains("nothing at `/price`") && text.contains("--pointer"), "{text}");
		let text = refused(of_text(&" ".repeat(LIMIT + 1), "").await);
		assert!(text.ends_with("is longer than 1 MiB"), "{text}");
	}

	#[tokio::test]
	async fn file_that_is_not_there_is_named() {
		let source = Source::new(&args(Some("/nowhere/price".into()), None, ""), false).unwrap();
		let text = source.read().await.unwrap_err().to_string();
		assert!(text.starts_with("can't read /nowhere/price: "), "{text}");
	}

	// The server waits for its client, which works in another thread.
	#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
	async fn page_is_asked_for_json_and_its_price_found() {
		let (url, serving) = server(answer("200 OK", r#"{"data":{"price":"0.0105"}}"#));
		let source = Source::new(&args(None, Some(url), "/data/price"), false).unwrap();
		assert_eq!(source.read().await.unwrap(), "0.0105".parse().unwrap());
		let asked = serving.join().unwrap().to_lowercase();
		assert!(asked.starts_with("get /tft.json http/1.1\r\n"), "{asked}");
		assert!(asked.contains("accept: application/json"), "{asked}");
		assert!(asked.contains("user-agent: gridchain-daemon/"), "{asked}");
	}

	// The server waits for its client, which works in another thread.
	#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
	async fn page_that_fails_is_named_with_its_answer() {
		let text = of_answer(answer("503 Service Unavailable", "0.0105"), "").await;
		let text = text.unwrap_err().to_string();
		assert!(text.contains("it answered 503"), "{text}");
		let moved = answer("302 Found\r\nLocation: http://127.0.0.1:1/", "");
		let text = of_answer(moved, "").await.unwrap_err().to_string();
		assert!(text.contains("it answered 302"), "{text}");
		let text = of_answer(answer("200 OK", &" ".repeat(LIMIT + 1)), "").await;
		assert!(text.unwrap_err().to_string().ends_with("is longer than 1 MiB"));
		let text = of_answer("this is no HTTP\r\n\r\n".into(), "").await.unwrap_err().to_string();
		assert!(text.starts_with("can't read http://127.0.0.1:"), "{text}");
	}

	#[tokio::test]
	async fn page_of_nobody_is_unreachable() {
		let url = "http://127.0.0.1:9/price".to_owned();
		let source = Source::new(&args(None, Some(url), ""), false).unwrap();
		let text = source.read().await.unwrap_err().to_string();
		assert!(text.starts_with("can't read http://127.0.0.1:9/price: "), "{text}");
	}

	#[test]
	fn unencrypted_line_to_another_computer_must_be_trusted() {
		let place = |url: &str, trusted| Source::new(&args(None, Some(url.into()), ""), trusted);
		assert!(matches!(
			place("http://192.0.2.1/price", false),
			Err(SourceError::Insecure { .. })
		));
		assert!(place("http://192.0.2.1/price", true).is_ok());
		for url in ["nonsense", "ftp://192.0.2.1/price", "ws://127.0.0.1/price", "http://"] {
			assert!(matches!(place(url, true), Err(SourceError::NoUrl { .. })), "{url}");
		}
	}
}

//! Whether this is the version that the region asks its nodes to run.

use crate::chain::View;

/// This daemon's.
const OWN: &str = env!("CARGO_PKG_VERSION");

/// What the region asked for when it was last looked at.
#[derive(Debug, Default)]
pub struct Advice(Option<String>);

impl Advice {
	/// Tells the farmer what the region asks for, when that has changed and isn't this.
	pub async fn tell(&mut self, best: &View) {
		match best.release().await {
			Ok(asked) => {
				if let Some(news) = self.news(asked) {
					tracing::warn!("{news}");
				}
			},
			// A chain that knows no such advice, or a lost connection: reporting goes on, or finds that out.
			Err(error) => tracing::debug!("Which version is asked for can't be read: {error}"),
		}
	}

	/// What there is to tell when the region asks for `asked`.
	fn news(&mut self, asked: Option<String>) -> Option<String> {
		if asked == self.0 {
			return None;
		}
		self.0 = asked;
		self.0.as_deref().filter(|version| *version != OWN).map(|version| {
			// It comes from the chain: shown as text, whatever it is.
			format!("The region asks its nodes for version {version:?} of the daemon, this is {OWN}: install that one")
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn another_version_is_told_when_it_changes_and_the_own_one_and_none_are_not() {
		let mut advice = Advice::default();
		let mut hears = |version: Option<&str>| advice.news(version.map(str::to_owned));
		assert_eq!(hears(None), None);
		let told = hears(Some("77.0.0")).unwrap();
		assert!(told.starts_with("The region asks its nodes for version \"77.0.0\" of the daemon"));
		assert_eq!(hears(Some("77.0.0")), None);
		assert!(hears(Some("77.0.1")).unwrap().contains("\"77.0.1\""));
		assert_eq!(hears(Some(OWN)), None);
		assert_eq!(hears(None), None);
		assert!(hears(Some("77.0.1")).is_some());
	}
}

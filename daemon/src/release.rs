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
		let asked = match best.release().await {
			Ok(asked) => asked,
			// A chain that knows no such advice, or a lost connection: reporting goes on, or finds that out.
			Err(error) => {
				return tracing::debug!("Which version is asked for can't be read: {error}")
			},
		};
		if asked == self.0 {
			return;
		}
		if let Some(advice) = asked.as_deref().and_then(advice) {
			tracing::warn!("{advice}");
		}
		self.0 = asked;
	}
}

/// What to do when the region asks for `version`.
fn advice(version: &str) -> Option<String> {
	// It comes from the chain: as text, whatever it is.
	let text = || {
		format!("The region asks its nodes for version {version:?} of the daemon, this is {OWN}: update it")
	};
	(version != OWN).then(text)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn another_version_is_advised_and_the_own_one_is_not() {
		let told = advice("77.0.0").unwrap();
		assert!(told.starts_with("The region asks its nodes for version \"77.0.0\" of the daemon"));
		assert!(told.ends_with(": update it"));
		assert_eq!(advice(OWN), None);
	}
}

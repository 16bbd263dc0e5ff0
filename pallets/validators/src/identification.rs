//! What the historical roots say of a validator beside its account.

use sp_runtime::traits::Convert;

/// Nothing: an account says all that this pallet needs to know of a validator. For
/// `pallet_session::historical::Config::FullIdentificationOf`.
pub struct FullIdentificationOf;

impl<AccountId> Convert<AccountId, Option<()>> for FullIdentificationOf {
	fn convert(_validator: AccountId) -> Option<()> {
		// `None` would leave the validator out of the proofs of the running session, and all of them would fail.
		Some(())
	}
}

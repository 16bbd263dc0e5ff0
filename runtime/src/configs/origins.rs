//! Who may make privileged calls. The region's own origins come with its governance; until then each is Root, but for
//! certifiers, whom the region names.

use crate::{AccountId, Certifiers};
use frame_support::traits::EitherOfDiverse;
use frame_system::{EnsureRoot, EnsureSignedBy};

/// Changes the tunables of a pallet.
pub type AdminOrigin = EnsureRoot<AccountId>;
/// Sets prices, farming policies and the terms of use.
pub type PolicyOrigin = EnsureRoot<AccountId>;
/// Names those whom the region trusts: who feeds the price of TFT, and who certifies.
pub type NamingOrigin = EnsureRoot<AccountId>;
/// Approves farms and vouches for them and for nodes, withdraws public IPs, voids receipts: one of the certifiers, or the
/// region itself. A certifier comes first, so that benchmarks measure the look at who they are.
pub type CertifierOrigin =
	EitherOfDiverse<EnsureSignedBy<Certifiers, AccountId>, EnsureRoot<AccountId>>;
/// Ends contracts of others.
pub type GovernanceOrigin = EnsureRoot<AccountId>;

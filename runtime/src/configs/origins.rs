//! Who may make privileged calls. The region's own origins come with its governance; until then each is Root.

use crate::AccountId;
use frame_system::EnsureRoot;

/// Changes the tunables of a pallet.
pub type AdminOrigin = EnsureRoot<AccountId>;
/// Sets prices, farming policies and the terms of use.
pub type PolicyOrigin = EnsureRoot<AccountId>;
/// Sets the market's price.
pub type PriceOrigin = EnsureRoot<AccountId>;
/// Approves farms, voids receipts.
pub type CertifierOrigin = EnsureRoot<AccountId>;
/// Ends contracts of others.
pub type GovernanceOrigin = EnsureRoot<AccountId>;

//! Who may make privileged calls. The region's own origins come with its governance; until then each is Root.

use crate::AccountId;
use frame_system::EnsureRoot;

/// Changes the tunables of a pallet.
pub type AdminOrigin = EnsureRoot<AccountId>;
/// Sets prices, farming policies and the terms of use.
pub type PolicyOrigin = EnsureRoot<AccountId>;
/// Says who feeds the price of TFT.
pub type FeederOrigin = EnsureRoot<AccountId>;
/// Approves farms and vouches for them, withdraws public IPs, voids receipts.
pub type CertifierOrigin = EnsureRoot<AccountId>;
/// Ends contracts of others.
pub type GovernanceOrigin = EnsureRoot<AccountId>;

//! What the pallet does, feature by feature.

mod calendar;
mod feeless;
mod invariants;
mod ledger;
mod params;
mod public_config;
mod registration;
mod reporting;
mod traffic;

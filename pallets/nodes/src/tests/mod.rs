//! What the pallet does, feature by feature.

mod calendar;
mod certification;
mod feeless;
mod finding;
mod invariants;
mod ledger;
mod model;
mod offer;
mod params;
mod public_config;
mod registration;
mod release;
mod rent;
mod reporting;
mod retirement;
mod traffic;

//! A file per feature. Every expected figure is worked out by hand in a comment.

mod cap;
mod clearing;
mod invariants;
mod params;
mod payouts;
mod policies;
mod reading;
mod receipts;
mod settlement;
mod voiding;

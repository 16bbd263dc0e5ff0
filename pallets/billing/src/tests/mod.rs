//! One file for each feature. Every figure is worked out by hand in a comment.
//!
//! Most tests charge 2 cores, 2 GB of memory and 15 GB of SSD: 1 CU and 0.075 SU, so 0.010375 USD an hour,
//! at 0.011 USD/TFT: 0.943181818.. TFT an hour. Its storage alone is 0.000375 USD an hour: 0.034090909..
//! TFT an hour.

mod amending;
mod billing;
mod ending;
mod goods;
mod halts;
mod invariants;
mod model;
mod money;
mod opening;
mod price;
mod providers;
mod queue;
mod quoting;
mod revenue;
mod runway;
mod stake;
mod suspension;
mod tuning;

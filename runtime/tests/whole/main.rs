//! The whole runtime, driven block by block. One program, since each links the runtime anew.

mod accounts;
mod certifiers;
mod clients;
mod common;
mod errors_and_events;
mod faults;
mod feeless;
mod finality;
mod handover;
mod leaving;
mod load;
mod local_testnet;
mod main_job;
mod mmr;
mod money;
mod offences;
mod oracle;
mod peer_bugs;
mod properties;
mod weights;

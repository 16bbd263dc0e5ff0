//! The calls that cost nothing, and what makes them fail.
//!
//! Call and check use the same function, so that what the pool lets in can't fail in its block.

use crate::{Call, Config, Error, Pallet};
use gridchain_primitives::{CheckFeeless, FeelessTag, Refusal};

/// All that can make a feeless call fail: an [`Error`] in the call, a [`Refusal`] in the pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Objection {
	/// No such contract.
	NotFound,
	/// The contract belongs to another twin.
	NotOwner,
	/// The account is not a node's.
	NotNodeAccount,
	/// The contract stands on another node.
	NotOnNode,
	/// The contract is confirmed already.
	AlreadyConfirmed,
	/// The contract rents a node on which workloads stand.
	RentInUse,
	/// The rent of the contract's node is suspended or has ended.
	RentNotActive,
	/// The contract is not a workload.
	NotWorkload,
}

impl<T> From<Objection> for Error<T> {
	fn from(objection: Objection) -> Self {
		match objection {
			Objection::NotFound => Self::NotFound,
			Objection::NotOwner => Self::NotOwner,
			Objection::NotNodeAccount => Self::NotNodeAccount,
			Objection::NotOnNode => Self::NotOnNode,
			Objection::AlreadyConfirmed => Self::AlreadyConfirmed,
			Objection::RentInUse => Self::RentInUse,
			Objection::RentNotActive => Self::RentNotActive,
			Objection::NotWorkload => Self::NotWorkload,
		}
	}
}

impl From<Objection> for Refusal {
	fn from(objection: Objection) -> Self {
		match objection {
			Objection::NotFound => Self::ContractNotFound,
			Objection::NotOwner => Self::NotContractOwner,
			Objection::NotNodeAccount => Self::NotNodeAccount,
			Objection::NotOnNode => Self::NotOnNode,
			Objection::AlreadyConfirmed => Self::AlreadyConfirmed,
			Objection::RentInUse => Self::RentInUse,
			Objection::RentNotActive => Self::RentNotActive,
			Objection::NotWorkload => Self::NotWorkload,
		}
	}
}

impl<T: Config> CheckFeeless<T::AccountId> for Call<T> {
	fn check_feeless(&self, who: &T::AccountId) -> Option<Result<FeelessTag, Refusal>> {
		let checked =
			match *self {
				Self::confirm_workload { contract } => Pallet::<T>::confirmable(who, contract)
					.map(|_| FeelessTag::Confirmation(contract)),
				Self::cancel { contract } => Pallet::<T>::cancellable(who, contract)
					.map(|_| FeelessTag::Cancellation(contract)),
				_ => return None,
			};
		Some(checked.map_err(Refusal::from))
	}
}

//! The transaction extension that lets feeless calls in, or refuses them before anything runs.

use crate::{types::Details, Call, Config, Error, Pallet, WeightInfo};
use alloc::{vec, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::fmt;
use frame_support::{
	defensive,
	pallet_prelude::{TransactionSource, Weight},
	traits::OriginTrait,
};
use frame_system::{pallet_prelude::RuntimeCallFor, CheckEra};
use gridchain_primitives::{CheckFeeless, FeelessTag, Refusal};
use scale_info::{StaticTypeInfo, TypeInfo};
use sp_core::H256;
use sp_runtime::{
	generic::Era,
	traits::{
		BlakeTwo256, DispatchInfoOf, DispatchOriginOf, Hash, Implication, PostDispatchInfoOf,
		TransactionExtension, TransactionExtensionMetadata, ValidateResult,
	},
	transaction_validity::{InvalidTransaction, TransactionValidityError, ValidTransaction},
	DispatchResult,
};

/// Keeps the tags of feeless calls apart from those of every other extension.
const TAG_PREFIX: &[u8] = b"gridchain-feeless";
/// How many blocks a feeless call waits in the pool. A report that hasn't entered by then is sent anew.
const LONGEVITY: u64 = 50;
/// Above ordinary transfers, whatever their tip, so that a pool full of paid transfers keeps no report out;
/// below equivocation reports.
const PRIORITY: u64 = u64::MAX / 2;

/// The checks before a call: those of mortality, and for a feeless call all that it would itself refuse.
///
/// A feeless call that could fail would be a free way to fill blocks. So it is checked in the pool and again
/// in its block: what passes can't fail. It has to be mortal, since an account without money has no other way
/// to take back what it signed, and one call of each node waits in the pool at a time.
///
/// An invisible wrapper around [`CheckEra`]: it has the same name, encoding and metadata, so that wallets see
/// nothing new. It stands before the extension that skips the fee. A refusal is answered as
/// `Custom error: N`, where N is the number of the [`Refusal`].
#[derive(Clone, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking)]
pub struct CheckNodeCall<T: Config + Send + Sync>(pub CheckEra<T>);

impl<T: Config + Send + Sync> CheckNodeCall<T> {
	/// The extension for a transaction that lives as long as `era`.
	pub fn from(era: Era) -> Self {
		Self(CheckEra::from(era))
	}
}

impl<T: Config + Send + Sync> CheckNodeCall<T>
where
	RuntimeCallFor<T>: CheckFeeless<T::AccountId>,
{
	/// What the pool is told of `call` when `who` has signed it: `None` if it isn't a feeless one.
	pub(crate) fn guard(
		&self,
		who: &T::AccountId,
		call: &RuntimeCallFor<T>,
	) -> Option<Result<ValidTransaction, Refusal>> {
		let checked = call.check_feeless(who)?;
		if self.0 .0.is_immortal() {
			return Some(Err(Refusal::Immortal));
		}
		Some(checked.map(|tag| admit(&tag)))
	}
}

/// What the pool is told of a feeless call that may enter.
fn admit(tag: &FeelessTag) -> ValidTransaction {
	ValidTransaction {
		priority: PRIORITY,
		provides: vec![(TAG_PREFIX, tag).encode()],
		longevity: LONGEVITY,
		..Default::default()
	}
}

// The same type as the wrapped extension, as far as metadata can tell.
impl<T: Config + Send + Sync> TypeInfo for CheckNodeCall<T>
where
	CheckEra<T>: StaticTypeInfo,
{
	type Identity = CheckEra<T>;

	fn type_info() -> scale_info::Type {
		CheckEra::<T>::type_info()
	}
}

impl<T: Config + Send + Sync> fmt::Debug for CheckNodeCall<T> {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		self.0.fmt(f)
	}
}

/// Whether a call was a feeless one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
	/// It was, and all that it would refuse has been checked.
	Feeless,
	/// It was any other call. Nothing was checked, so the weight of the check is given back.
	Other,
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for CheckNodeCall<T>
where
	RuntimeCallFor<T>: CheckFeeless<T::AccountId>,
{
	const IDENTIFIER: &'static str =
		<CheckEra<T> as TransactionExtension<RuntimeCallFor<T>>>::IDENTIFIER;
	type Implicit = <CheckEra<T> as TransactionExtension<RuntimeCallFor<T>>>::Implicit;
	type Val = Checked;
	type Pre = Checked;

	fn metadata() -> Vec<TransactionExtensionMetadata> {
		<CheckEra<T> as TransactionExtension<RuntimeCallFor<T>>>::metadata()
	}

	fn implicit(&self) -> Result<Self::Implicit, TransactionValidityError> {
		self.0.implicit()
	}

	fn weight(&self, call: &RuntimeCallFor<T>) -> Weight {
		self.0.weight(call).saturating_add(T::WeightInfo::check_node_call())
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCallFor<T>>,
		call: &RuntimeCallFor<T>,
		info: &DispatchInfoOf<RuntimeCallFor<T>>,
		len: usize,
		self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCallFor<T>> {
		let guarded = match origin.as_signer().and_then(|who| self.guard(who, call)) {
			Some(Ok(valid)) => Some(valid),
			Some(Err(refusal)) => return Err(InvalidTransaction::Custom(refusal.code()).into()),
			None => None,
		};
		let (valid, (), origin) = self.0.validate(
			origin,
			call,
			info,
			len,
			self_implicit,
			inherited_implication,
			source,
		)?;
		Ok(match guarded {
			Some(feeless) => (valid.combine_with(feeless), Checked::Feeless, origin),
			None => (valid, Checked::Other, origin),
		})
	}

	fn prepare(
		self,
		val: Self::Val,
		_origin: &DispatchOriginOf<RuntimeCallFor<T>>,
		_call: &RuntimeCallFor<T>,
		_info: &DispatchInfoOf<RuntimeCallFor<T>>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		Ok(val)
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		_info: &DispatchInfoOf<RuntimeCallFor<T>>,
		_post_info: &PostDispatchInfoOf<RuntimeCallFor<T>>,
		_len: usize,
		_result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		Ok(match pre {
			Checked::Feeless => Weight::zero(),
			Checked::Other => T::WeightInfo::check_node_call(),
		})
	}
}

impl<T: Config> CheckFeeless<T::AccountId> for Call<T> {
	fn check_feeless(&self, who: &T::AccountId) -> Option<Result<FeelessTag, Refusal>> {
		let checked = match self {
			Call::register_node {
				farm,
				hardware,
				location,
				interfaces,
				secure_boot,
				virtualized,
				serial,
			} => {
				let details = describe(location, interfaces, *secure_boot, *virtualized, serial);
				Pallet::<T>::check_registration(who, *farm, hardware, &details)
					.map(|()| FeelessTag::Registration(H256(BlakeTwo256::hash_of(who).0)))
			},
			Call::update_node {
				node,
				hardware,
				location,
				interfaces,
				secure_boot,
				virtualized,
				serial,
			} => {
				let details = describe(location, interfaces, *secure_boot, *virtualized, serial);
				Pallet::<T>::check_update(who, *node, hardware, &details)
					.map(|(liveness, ..)| FeelessTag::Node(*node, liveness.last_report))
			},
			Call::set_public_config { node, config } => {
				Pallet::<T>::check_public_config(who, *node, config)
					.map(|(liveness, ..)| FeelessTag::Node(*node, liveness.last_report))
			},
			Call::report { node, .. } => Pallet::<T>::check_report(who, *node)
				.map(|liveness| FeelessTag::Node(*node, liveness.last_report)),
			_ => return None,
		};
		Some(checked.map_err(Refusal::from))
	}
}

fn describe(
	location: &crate::Location,
	interfaces: &crate::Interfaces,
	secure_boot: bool,
	virtualized: bool,
	serial: &crate::Serial,
) -> Details {
	Details {
		location: location.clone(),
		interfaces: interfaces.clone(),
		secure_boot,
		virtualized,
		serial: serial.clone(),
	}
}

impl<T> From<Error<T>> for Refusal {
	/// The number by which the pool answers what the call would answer with `error`.
	fn from(error: Error<T>) -> Self {
		match error {
			Error::NotFound => Self::NodeNotFound,
			Error::NotNodeAccount => Self::NotNodeAccount,
			Error::TooEarly => Self::TooEarly,
			Error::NotAuthorised => Self::NotAuthorised,
			Error::AlreadyRegistered | Error::RegisteredThisPeriod => Self::AlreadyRegistered,
			Error::HardwareOutOfBounds => Self::HardwareOutOfBounds,
			Error::CountryNotTwoLetters => Self::CountryNotTwoLetters,
			Error::PositionOutOfBounds => Self::PositionOutOfBounds,
			Error::TextNotReadable => Self::TextNotReadable,
			Error::NothingToChange => Self::NothingToChange,
			Error::AddressMissing => Self::AddressMissing,
			Error::AddressNotReadable => Self::AddressNotReadable,
			Error::PrefixOutOfBounds => Self::PrefixOutOfBounds,
			Error::AddressNotPublic => Self::AddressNotPublic,
			Error::GatewayOutsidePrefix => Self::GatewayOutsidePrefix,
			Error::GatewayIsAddress => Self::GatewayIsAddress,
			Error::DomainNotReadable => Self::DomainNotReadable,
			_ => {
				defensive!("no feeless call fails with any other error");
				Self::Malformed
			},
		}
	}
}

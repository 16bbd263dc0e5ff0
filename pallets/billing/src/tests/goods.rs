//! What is charged for a rented node, for a part of it, for certified hardware, for public IPs and for names.

use crate::{mock::*, *};
use frame_support::assert_ok;
use gridchain_primitives::{
	Balance, Bytes, CloudUnits, ContractId, EndReason, Goods, Rate, Rental, Terms, Usd, WholeNode,
};

const RENT: ContractId = ContractId(10);

fn hourly(contract: ContractId) -> Rate {
	window(contract).factors.hourly.rate
}

/// An hour in nano-dollars.
fn usd(amount: u128) -> Rate {
	Rate::of_each(1, Usd(amount)).unwrap()
}

/// Rents the node, and says so as Nodes would.
fn rent(terms: Terms) {
	deploy(RENT, terms);
	change_node(NODE, |node| node.rental = Rental::Rented { contract: RENT });
}

#[test]
fn certified_capacity_costs_a_quarter_more() {
	new_test_ext().sanity(|| {
		deploy(C, terms().certified());
		// 0.010375 x 1.25 = 0.01296875 USD/h; its storage 0.000375 x 1.25 = 0.00046875.
		assert_eq!(hourly(C), usd(12_968_750));
		assert_eq!(window(C).factors.idle_rate, usd(468_750));
		run(DAY);
		// 24 x 0.01296875 / 0.011 = 28.29545454.. -> 28.2954546 TFT
		assert_eq!(charges(&events()), [282_954_546]);
	});
}

#[test]
fn public_ips_are_paid_by_the_hour_and_go_on_while_suspended() {
	new_test_ext().sanity(|| {
		deploy(C, terms().with_ips(2));
		// 0.010375 + 2 x 0.004 = 0.018375 USD/h; suspended 0.000375 + 0.008.
		assert_eq!(hourly(C), usd(18_375_000));
		assert_eq!(window(C).factors.idle_rate, usd(8_375_000));
	});
}

#[test]
fn certified_hardware_makes_ips_no_dearer() {
	new_test_ext().sanity(|| {
		deploy(C, terms().with_ips(1).certified());
		// 0.01296875 + 0.004
		assert_eq!(hourly(C), usd(16_968_750));
	});
}

#[test]
fn a_rent_costs_half_of_the_nodes_units_and_the_extra_fee() {
	new_test_ext().sanity(|| {
		// 2 CU and 0.15 SU at half: 0.010375 USD/h; 7.3 USD a month are 0.01 USD/h.
		rent(Terms {
			goods: Goods::Whole {
				node: NODE,
				units: CloudUnits { cu: 2 * UNITS.cu, su: 2 * UNITS.su },
				certified: false,
				extra_fee: Usd(7_300_000_000),
			},
			..terms()
		});
		let factors = window(RENT).factors;
		assert_eq!(factors.hourly.rate, usd(20_375_000));
		assert_eq!(factors.hourly.extra_fee, usd(10_000_000));
		// Discounts go by what is listed, without the fee.
		assert_eq!(factors.list, usd(10_375_000));
		run(DAY);
		// 24 x 0.020375 / 0.011 = 44.45454545.. -> 44.4545455 TFT. The fee: 24 x 0.01 / 0.011 = 21.81818181.. ->
		// 21.8181818, rounded down. The rest, 22.6363637: treasury 2.2636363, validators 1.1318181, farm 11.3181818.
		assert_eq!(charges(&events()), [444_545_455]);
		let expected = Bookings {
			burn: 444_545_455 - 22_636_363 - 11_318_181 - 113_181_818 - 218_181_818,
			treasury: 22_636_363,
			validators: 11_318_181,
			nodes: 113_181_818 + 218_181_818,
			providers: 0,
			taken: 0,
		};
		assert_eq!(Billing::booked(), expected);
	});
}

#[test]
fn a_discount_takes_nothing_off_the_extra_fee() {
	new_test_ext().sanity(|| {
		// 36 months of 0.010375 USD/h are 24,786.8181818.. TFT.
		let signed = RuntimeOrigin::signed(ALICE);
		assert_ok!(Billing::stake_discount(signed, 247_868_181_819));
		rent(whole(730));
		// 0.010375 x 0.4 + 1
		assert_eq!(hourly(RENT), usd(1_004_150_000));
	});
}

#[test]
fn the_extra_fee_rests_while_a_rent_is_suspended() {
	new_test_ext().sanity(|| {
		rent(whole(73));
		// 0.15 SU at half of 0.005: 0.000375 USD/h
		assert_eq!(window(RENT).factors.idle_rate, usd(375_000));
		set_free(ALICE, DEPOSIT);
		run(DAY);
		events();
		run(DAY - 1);
		set_free(ALICE, WEALTH);
		assert_ok!(Billing::resume(RuntimeOrigin::signed(ALICE), RENT));
		let arrears: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::Billed { charged, extra_fee, .. } => Some((charged, extra_fee)),
				_ => None,
			})
			.collect();
		// 86,399 s at 0.000375 USD/h: 0.00899989.. USD, 0.81817234.. TFT -> 0.8181724
		assert_eq!(arrears, [(8_181_724, 0)]);
	});
}

#[test]
fn a_rent_falls_with_the_hardware_and_never_rises() {
	new_test_ext().sanity(|| {
		rent(whole(0));
		assert_eq!(hourly(RENT), usd(10_375_000));
		let set = |cu: u64, su: u64| {
			let units = CloudUnits { cu, su };
			change_node(NODE, |node| node.whole = WholeNode { units, certified: true });
		};
		// More of one and less of the other: each goes by itself, and the certificate comes too late.
		set(4 * UNITS.cu, UNITS.su);
		run(DAY);
		// (2 x 0.010 + 0.075 x 0.005) / 2 = 0.0101875 USD/h
		assert_eq!(hourly(RENT), usd(10_187_500));
		set(4 * UNITS.cu, 4 * UNITS.su);
		run(DAY);
		assert_eq!(hourly(RENT), usd(10_187_500));
	});
}

#[test]
fn a_rent_falls_when_the_certificate_falls() {
	new_test_ext().sanity(|| {
		change_node(NODE, |node| node.whole.certified = true);
		rent(whole(0).certified());
		// 0.010375 x 1.25
		assert_eq!(hourly(RENT), usd(12_968_750));
		change_node(NODE, |node| node.whole.certified = false);
		run(DAY);
		assert_eq!(hourly(RENT), usd(10_375_000));
		change_node(NODE, |node| node.whole.certified = true);
		run(DAY);
		assert_eq!(hourly(RENT), usd(10_375_000));
	});
}

#[test]
fn a_part_of_ones_own_rent_costs_only_ips_and_traffic_from_its_next_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms().with_ips(1).limited(Bytes(GB)));
		rent(whole(0));
		// 0.010375 + 0.004
		assert_eq!(hourly(C), usd(14_375_000));
		run(DAY);
		assert_eq!(hourly(C), usd(4_000_000));
		assert_eq!(window(C).factors.idle_rate, usd(4_000_000));
		// One that is made under the rent pays so at once.
		deploy(ContractId(2), terms().with_ips(2));
		assert_eq!(hourly(ContractId(2)), usd(8_000_000));
	});
}

#[test]
fn an_update_within_a_window_keeps_what_the_window_has_fixed_of_the_rent() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		rent(whole(0));
		assert_ok!(amend(C, terms().with_ips(1)));
		assert_eq!(hourly(C), usd(14_375_000));
		run(DAY);
		assert_eq!(hourly(C), usd(4_000_000));
		assert_ok!(amend(C, terms().with_ips(2)));
		assert_eq!(hourly(C), usd(8_000_000));
	});
}

#[test]
fn what_stands_on_an_ended_rent_ends_when_due() {
	new_test_ext().sanity(|| {
		rent(whole(0));
		deploy(C, terms());
		change_node(NODE, |node| node.rental = Rental::Ended { contract: RENT });
		assert_ok!(close(RENT));
		run(DAY);
		assert_eq!(told(), [Tale::Ended(C, EndReason::RentEnded)]);
	});
}

#[test]
fn what_stands_on_a_retired_node_ends_when_due() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		change_node(NODE, |node| node.retired = true);
		run(DAY);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NodeRetired)]);
	});
}

#[test]
fn a_name_is_billed_by_chain_time_and_has_no_farm() {
	new_test_ext().sanity(|| {
		deploy(C, name());
		// 0.00025 USD/h, of which no node has to attest anything.
		assert_eq!(hourly(C), usd(250_000));
		down(NODE);
		run(DAY);
		// 24 x 0.00025 / 0.011 = 0.54545454.. -> 0.5454546 TFT: the farm's half, 0.2727273, is the treasury's beside
		// its own 0.0545454; validators 0.0272727.
		assert_eq!(charges(&events()), [5_454_546]);
		let expected = Bookings {
			burn: 5_454_546 - 2_727_273 - 545_454 - 272_727,
			treasury: 2_727_273 + 545_454,
			validators: 272_727,
			..Default::default()
		};
		assert_eq!(Billing::booked(), expected);
	});
}

#[test]
fn a_name_goes_on_as_arrears_and_is_discounted() {
	new_test_ext().sanity(|| {
		// 36 months of 0.00025 USD/h: 6.57 USD, 597.2727272.. TFT
		let signed = RuntimeOrigin::signed(ALICE);
		assert_ok!(Billing::stake_discount(signed, 5_972_727_273));
		deploy(C, name());
		// 0.00025 x 0.4
		assert_eq!(hourly(C), usd(100_000));
		assert_eq!(window(C).factors.idle_rate, usd(100_000));
	});
}

#[test]
fn a_name_that_is_given_back_at_once_costs_an_hour() {
	new_test_ext().sanity(|| {
		deploy(C, name());
		assert_ok!(close(C));
		// 0.00025 / 0.011 = 0.02272727.. -> 0.0227273 TFT
		let charge: Balance = 227_273;
		assert_eq!(charges(&events()), [charge]);
		assert_eq!(free(ALICE), WEALTH - charge);
	});
}

"""What a dated row of the law is: its rule, its figure or words, where it stands and how sure it is."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from jkp.rules.case import Certainty


class Mark(StrEnum):
    """How sure a fact is: text read, named secondary source, our interpretation, unverified."""

    TEXT = "T"
    SOURCE = "S"
    INTERPRETATION = "I"
    UNVERIFIED = "U"


CERTAINTY = {
    Mark.TEXT: Certainty.LAW,
    Mark.SOURCE: Certainty.LAW,
    Mark.INTERPRETATION: Certainty.READING,
    Mark.UNVERIFIED: Certainty.OPEN,
}


class Unit(StrEnum):
    """What the numbers of a rule count."""

    NOTHING = "nothing"  # the rule has an article, but no figure
    WORDS = "words"  # codes of Case
    AGE = "age"
    MONTHS = "months"
    DAYS = "days"
    WORKING_DAYS = "working_days"
    YEARS = "years"
    TIMES = "times"
    RUPIAH = "rupiah"
    PER_CENT = "per_cent"
    RATES = "rates"  # basis points, one a month
    SHARES = "shares"  # basis points of the wage, one a payer
    YES_NO = "yes_no"  # 1 = asked, 0 = not asked


class Rule(StrEnum):
    """The name of a parameter or of a rule that has an article; in the order in which people read them."""

    REGIME = "regime"
    NATIONALITY = "nationality"
    RELATION = "relation"
    OUTSIDE_BY_READING = "outside_by_reading"
    OUTSIDE_UNVERIFIED = "outside_unverified"
    AGE_AT_REGISTRATION = "age_at_registration"
    REGISTRATION = "registration"
    PROGRAMMES_SMALL = "programmes_small"
    PROGRAMMES_LARGE = "programmes_large"
    LARGE_SIZES = "large_sizes"
    JKN_SEGMENTS = "jkn_segments"
    EXCLUDED_CAUSES = "excluded_causes"
    CAUSES_BY_READING = "causes_by_reading"
    CAUSES_FOR_MEDIATOR = "causes_for_mediator"
    FIXED_TERM = "fixed_term"
    PROOF = "proof"
    PROOF_BY_COURT = "proof_by_court"
    LIFETIME_CLAIMS = "lifetime_claims"
    MONTHS_BETWEEN_CLAIMS = "months_between_claims"
    PAID_MONTHS = "paid_months"
    PAID_MONTHS_WITHIN = "paid_months_within"
    CONSECUTIVE_MONTHS = "consecutive_months"
    RE_EMPLOYMENT = "re_employment"
    CLAIM_MONTHS = "claim_months"
    WILLINGNESS = "willingness"
    WAGE_CEILING = "wage_ceiling"
    CASH_RATES = "cash_rates"
    FIRST_MONTH = "first_month"
    SELF_ASSESSMENT = "self_assessment"
    SEARCH_APPLICATIONS = "search_applications"
    SEARCH_DIFFERENT = "search_different"
    SEARCH_CALLS = "search_calls"
    ATTENDANCE = "attendance"
    TRAINING_AND_SEARCH = "training_and_search"
    STATUS_FORM = "status_form"
    WINDOW_DAYS = "window_days"
    LAST_WINDOW_WORKING_DAYS = "last_window_working_days"
    PAYMENT_WORKING_DAYS = "payment_working_days"
    TRAINING_CAP = "training_cap"
    TRAINING_AFTER_MONTH = "training_after_month"
    TRAINING_APPROVAL = "training_approval"
    CONTRIBUTION = "contribution"
    ARREARS_BPJS_PAYS = "arrears_bpjs_pays"
    ARREARS_INSOLVENT = "arrears_insolvent"
    REPAY_REQUEST_MONTHS = "repay_request_months"
    REPAY_WORKING_DAYS = "repay_working_days"
    EMPLOYER_LUMP_SUM = "employer_lump_sum"
    UNDER_REPORTED_WAGE = "under_reported_wage"
    SANCTIONS = "sanctions"
    REGISTRATION_DAYS = "registration_days"
    REGISTRATION_NUMBER_DAYS = "registration_number_days"
    DATA_CHANGE_WORKING_DAYS = "data_change_working_days"
    NOTICE_WORKING_DAYS = "notice_working_days"
    NOTICE_PROBATION_WORKING_DAYS = "notice_probation_working_days"
    REFUSAL_WORKING_DAYS = "refusal_working_days"
    REPORT_TO_OFFICE = "report_to_office"
    REPORT_WORKING_DAYS = "report_working_days"
    ELIGIBILITY_CHECK_DAYS = "eligibility_check_days"
    MEMBERSHIP_UPDATE_WORKING_DAYS = "membership_update_working_days"
    PMI_PROGRAMMES = "pmi_programmes"
    PMI_BEFORE_DEPARTURE = "pmi_before_departure"
    PMI_PACKAGE_MONTHS = "pmi_package_months"
    PMI_PACKAGE_AMOUNTS = "pmi_package_amounts"
    PMI_MONTH_BEYOND = "pmi_month_beyond"
    PMI_SAVINGS = "pmi_savings"
    PMI_CLAIM_YEARS = "pmi_claim_years"
    PMI_AID_DISMISSED = "pmi_aid_dismissed"
    PMI_AID_DISMISSED_ACCIDENT = "pmi_aid_dismissed_accident"
    PMI_NOT_PLACED = "pmi_not_placed"
    PMI_PLACED_CONTRARY = "pmi_placed_contrary"
    PMI_FARE_HOME = "pmi_fare_home"
    PMI_SENT_HOME = "pmi_sent_home"
    PMI_RAPE = "pmi_rape"
    PMI_ACCIDENT_TREATMENT = "pmi_accident_treatment"
    PMI_HOME_CARE = "pmi_home_care"
    PMI_HEARING_AID = "pmi_hearing_aid"
    PMI_SPECTACLES = "pmi_spectacles"
    PMI_DEATH = "pmi_death"

    @property
    def unit(self) -> Unit:
        """What the rule's numbers count."""
        return _UNITS.get(self, Unit.NOTHING)


_OF_UNIT = {
    Unit.WORDS: (
        Rule.REGIME,
        Rule.NATIONALITY,
        Rule.RELATION,
        Rule.OUTSIDE_BY_READING,
        Rule.OUTSIDE_UNVERIFIED,
        Rule.PROGRAMMES_SMALL,
        Rule.PROGRAMMES_LARGE,
        Rule.LARGE_SIZES,
        Rule.JKN_SEGMENTS,
        Rule.EXCLUDED_CAUSES,
        Rule.CAUSES_BY_READING,
        Rule.CAUSES_FOR_MEDIATOR,
        Rule.PROOF,
        Rule.PROOF_BY_COURT,
        Rule.PMI_PROGRAMMES,
    ),
    Unit.AGE: (Rule.AGE_AT_REGISTRATION,),
    Unit.MONTHS: (
        Rule.MONTHS_BETWEEN_CLAIMS,
        Rule.PAID_MONTHS,
        Rule.PAID_MONTHS_WITHIN,
        Rule.CONSECUTIVE_MONTHS,
        Rule.CLAIM_MONTHS,
        Rule.ARREARS_BPJS_PAYS,
        Rule.ARREARS_INSOLVENT,
        Rule.REPAY_REQUEST_MONTHS,
        Rule.TRAINING_AFTER_MONTH,
        Rule.PMI_PACKAGE_MONTHS,
    ),
    Unit.DAYS: (
        Rule.WINDOW_DAYS,
        Rule.REGISTRATION_DAYS,
        Rule.REGISTRATION_NUMBER_DAYS,
        Rule.ELIGIBILITY_CHECK_DAYS,
    ),
    Unit.WORKING_DAYS: (
        Rule.LAST_WINDOW_WORKING_DAYS,
        Rule.PAYMENT_WORKING_DAYS,
        Rule.REPAY_WORKING_DAYS,
        Rule.DATA_CHANGE_WORKING_DAYS,
        Rule.NOTICE_WORKING_DAYS,
        Rule.NOTICE_PROBATION_WORKING_DAYS,
        Rule.REFUSAL_WORKING_DAYS,
        Rule.REPORT_WORKING_DAYS,
        Rule.MEMBERSHIP_UPDATE_WORKING_DAYS,
    ),
    Unit.YEARS: (Rule.PMI_CLAIM_YEARS,),
    Unit.TIMES: (Rule.LIFETIME_CLAIMS, Rule.SEARCH_APPLICATIONS, Rule.SEARCH_CALLS),
    Unit.RUPIAH: (
        Rule.WAGE_CEILING,
        Rule.TRAINING_CAP,
        Rule.PMI_BEFORE_DEPARTURE,
        Rule.PMI_PACKAGE_AMOUNTS,
        Rule.PMI_MONTH_BEYOND,
        Rule.PMI_SAVINGS,
        Rule.PMI_AID_DISMISSED,
        Rule.PMI_PLACED_CONTRARY,
        Rule.PMI_FARE_HOME,
        Rule.PMI_RAPE,
        Rule.PMI_ACCIDENT_TREATMENT,
        Rule.PMI_HOME_CARE,
        Rule.PMI_HEARING_AID,
        Rule.PMI_SPECTACLES,
    ),
    Unit.PER_CENT: (Rule.ATTENDANCE,),
    Unit.RATES: (Rule.CASH_RATES,),
    Unit.SHARES: (Rule.CONTRIBUTION,),
    Unit.YES_NO: (
        Rule.SELF_ASSESSMENT,
        Rule.SEARCH_DIFFERENT,
        Rule.TRAINING_AND_SEARCH,
        Rule.STATUS_FORM,
        Rule.TRAINING_APPROVAL,
    ),
}
_UNITS = {rule: unit for unit, rules in _OF_UNIT.items() for rule in rules}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One dated row. `numbers` are counted in the rule's unit; `words` are the codes of Case.

    `checked` is the day on which the row was last compared with the facts; `note` is for the reader of the rows.
    """

    rule: Rule
    since: date
    article: str
    source: str
    mark: Mark
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    note: str = field(default="", kw_only=True)
    checked: date = field(kw_only=True)

    @property
    def number(self) -> int:
        """The row's figure, where it has just one."""
        return self.numbers[0]

    @property
    def certainty(self) -> Certainty:
        """What the mark means for a decision that rests on this row."""
        return CERTAINTY[self.mark]

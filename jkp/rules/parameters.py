"""The law of JKP as dated rows: every figure with its article, its source key (docs/sources.md) and how sure it is."""

from datetime import date
from functools import partial

from jkp.rules.parameters_migrant import MIGRANT
from jkp.rules.rows import Mark, Parameter, Rule

PROGRAMME_START = date(2021, 2, 2)  # PP 37/2021 in force
SWITCH = date(2025, 2, 7)  # PP 6/2025 and Permenaker 2/2025 in force

_T, _S, _I, _U = Mark.TEXT, Mark.SOURCE, Mark.INTERPRETATION, Mark.UNVERIFIED
_OLD, _NEW = PROGRAMME_START, SWITCH
_SMALL = ("JKN", "JKK", "JHT", "JKM")
_row = partial(Parameter, checked=date(2026, 11, 22))

_COVERAGE = (
    _row(Rule.REGIME, _OLD, "PP 37/2021", "TUM", _S, words=("PP37",)),
    _row(Rule.REGIME, _NEW, "Permenaker 2/2025 Art II", "MII", _T, words=("PP6",)),
    _row(Rule.NATIONALITY, _OLD, "PP 37/2021 Art 4(2)a", "KSP", _S, words=("WNI",)),
    _row(Rule.RELATION, _OLD, "PP 37/2021 Art 4(2)c", "HML, AUP", _S, words=("PU",)),
    _row(Rule.OUTSIDE_BY_READING, _OLD, "PP 37/2021 Art 4(2)c", "IFR", _I, words=("PMI",)),
    _row(Rule.OUTSIDE_UNVERIFIED, _OLD, "PP 37/2021 Art 4(2)c", "AUP", _U, words=("PNS",)),
    _row(
        Rule.AGE_AT_REGISTRATION,
        _OLD,
        "PP 37/2021 Art 4(2)b",
        "KSP, AUP",
        _S,
        (54,),
        note="under this age on the day of registration; no test at the dismissal [I]",
    ),
    _row(Rule.REGISTRATION, _OLD, "PP 37/2021 Art 37", "TUM", _S),
    _row(Rule.PROGRAMMES_SMALL, _OLD, "PP 37/2021 Art 4(3)b", "BIS, KLP", _S, words=_SMALL),
    _row(Rule.PROGRAMMES_SMALL, _NEW, "PP 6/2025 Art 4", "BIS, LEG", _S, words=_SMALL),
    _row(Rule.PROGRAMMES_LARGE, _OLD, "PP 37/2021 Art 4(3)a", "BIS, KLP", _S, words=(*_SMALL, "JP")),
    _row(Rule.PROGRAMMES_LARGE, _NEW, "PP 6/2025 Art 4", "BIS, LEG", _S, words=(*_SMALL, "JP")),
    _row(Rule.LARGE_SIZES, _OLD, "PP 37/2021 Art 4(3)a", "BIS, KLP", _S, words=("medium", "large")),
    _row(Rule.JKN_SEGMENTS, _OLD, "PP 37/2021 Art 4", "BIS", _S, words=("PPU",)),
    _row(Rule.JKN_SEGMENTS, _NEW, "PP 6/2025 Art 4", "BIS", _S, note="the condition was deleted"),
)

_CONDITIONS = (
    _row(
        Rule.EXCLUDED_CAUSES,
        _OLD,
        "PP 37/2021 Art 20(1)",
        "RIA, TUM",
        _S,
        words=("resign", "retire", "permanent_total_disability", "death"),
    ),
    _row(
        Rule.CAUSES_BY_READING, _OLD, "PP 37/2021 Art 20(1)", "RIA, TUM", _I, words=("misconduct", "mutual_agreement")
    ),
    _row(Rule.CAUSES_FOR_MEDIATOR, _OLD, "PP 37/2021 Art 20(1)", "RIA, TUM", _I, words=("forced_resign",)),
    _row(Rule.FIXED_TERM, _OLD, "PP 37/2021 Art 20(2)", "HML, RIA", _S),
    _row(
        Rule.PROOF,
        _OLD,
        "PP 37/2021 Art 20(3)",
        "HML",
        _S,
        words=("accepted_with_city_receipt", "registered_agreement"),
        note="read back from what changed in 2025 [I]",
    ),
    _row(
        Rule.PROOF,
        _NEW,
        "Permenaker 2/2025 Art 9(3)",
        "M9",
        _T,
        words=("accepted_with_any_receipt", "registered_agreement", "agreement_with_receipt"),
        note="receipts of the ministry, the province, the regency or the city; the stored text breaks off after (b)2",
    ),
    _row(
        Rule.PROOF_BY_COURT,
        _OLD,
        "PP 37/2021 Art 20(3)c",
        "HML",
        _U,
        words=("dispute_decision",),
        note="recollection; the text was not seen",
    ),
    _row(Rule.LIFETIME_CLAIMS, _OLD, "PP 37/2021", "GRS", _S, (3,), note="the number of the article is not verified"),
    _row(
        Rule.MONTHS_BETWEEN_CLAIMS,
        _OLD,
        "PP 37/2021",
        "GRS",
        _U,
        (60,),
        note="the figure has a source; that it counts since the previous benefit has none",
    ),
    _row(
        Rule.PAID_MONTHS,
        _OLD,
        "PP 37/2021 Art 19(3)",
        "HALO, TEM",
        _S,
        (12,),
        note="so the first claims could be paid from February 2022 [S]",
    ),
    _row(Rule.PAID_MONTHS, _NEW, "PP 6/2025 Art 19(3)", "TEM", _S, (12,)),
    _row(Rule.PAID_MONTHS_WITHIN, _OLD, "PP 37/2021 Art 19(3)", "HALO, TEM", _S, (24,)),
    _row(Rule.CONSECUTIVE_MONTHS, _OLD, "PP 37/2021 Art 19(3)", "HALO, TEM", _S, (6,)),
    _row(Rule.CONSECUTIVE_MONTHS, _NEW, "PP 6/2025 Art 19(3)", "TEM", _S, (0,), note="abolished"),
    _row(Rule.RE_EMPLOYMENT, _OLD, "PP 37/2021 Art 40", "KON", _S),
    _row(Rule.RE_EMPLOYMENT, _NEW, "PP 6/2025 Art 40", "ANT", _S),
    _row(Rule.CLAIM_MONTHS, _OLD, "PP 37/2021 Art 40", "KON", _S, (3,)),
    _row(Rule.CLAIM_MONTHS, _NEW, "PP 6/2025 Art 40", "ANT", _S, (6,)),
    _row(Rule.WILLINGNESS, _OLD, "PP 37/2021 Art 19", "PAR", _I, note="signed with the first claim (KAPK)"),
)

_CASH_AND_MONTHS = (
    _row(Rule.WAGE_CEILING, _OLD, "PP 37/2021 Art 21", "KSP", _S, (5_000_000,)),
    _row(
        Rule.WAGE_CEILING,
        _NEW,
        "PP 6/2025 Art 21(2)-(3)",
        "ARM",
        _S,
        (5_000_000,),
        note="no change of the ceiling was found up to November 2026; that is no proof",
    ),
    _row(Rule.CASH_RATES, _OLD, "PP 37/2021 Art 21", "PAR", _S, (4500, 4500, 4500, 2500, 2500, 2500)),
    _row(Rule.CASH_RATES, _NEW, "PP 6/2025 Art 21(1)", "ANT, VOI", _S, (6000,) * 6),
    _row(Rule.FIRST_MONTH, _OLD, "Permenaker 15/2021", "HALO", _I),
    _row(Rule.FIRST_MONTH, _NEW, "Permenaker 2/2025 Art 13(1)-(2)", "M13", _I, note="nothing else is asked"),
    _row(Rule.SELF_ASSESSMENT, _OLD, "Permenaker 15/2021", "PAR", _S, (1,)),
    _row(
        Rule.SELF_ASSESSMENT,
        _NEW,
        "Permenaker 2/2025 Art 13(1)-(2)",
        "M13",
        _T,
        (0,),
        note="it follows month 1 and blocks no later month",
    ),
    _row(Rule.SEARCH_APPLICATIONS, _OLD, "Permenaker 15/2021", "PAR", _S, (5,)),
    _row(Rule.SEARCH_APPLICATIONS, _NEW, "Permenaker 2/2025 Art 13(4)a", "M13", _T, (5,)),
    _row(Rule.SEARCH_DIFFERENT, _OLD, "Permenaker 15/2021", "PAR", _S, (1,)),
    _row(Rule.SEARCH_DIFFERENT, _NEW, "Permenaker 2/2025 Art 13(4)a", "M13", _T, (0,)),
    _row(Rule.SEARCH_CALLS, _OLD, "Permenaker 15/2021", "PAR", _S, (1,)),
    _row(Rule.SEARCH_CALLS, _NEW, "Permenaker 2/2025 Art 13(4)b", "M13", _T, (1,)),
    _row(Rule.ATTENDANCE, _OLD, "Permenaker 15/2021", "PAR", _S, (80,)),
    _row(Rule.ATTENDANCE, _NEW, "Permenaker 2/2025 Art 13(3)b", "M13", _T, (80,)),
    _row(Rule.TRAINING_AND_SEARCH, _OLD, "Permenaker 15/2021", "PAR", _I, (1,)),
    _row(
        Rule.TRAINING_AND_SEARCH,
        _NEW,
        "Permenaker 2/2025 Art 13(3)",
        "M13",
        _I,
        (0,),
        note='the text says "and/or"; with low attendance but enough search a counselor decides',
    ),
    _row(Rule.STATUS_FORM, _OLD, "Permenaker 15/2021", "HALO", _S, (1,)),
    _row(Rule.STATUS_FORM, _NEW, "Permenaker 2/2025 Art 13(5)b", "M13", _T, (1,)),
    _row(Rule.WINDOW_DAYS, _OLD, "Permenaker 15/2021 Art 14", "HALO, GRS", _S, (5,)),
    _row(Rule.WINDOW_DAYS, _NEW, "Permenaker 2/2025 Art 14(1)", "M13", _U, (5,), note="the new text was not seen"),
    _row(Rule.LAST_WINDOW_WORKING_DAYS, _OLD, "Permenaker 15/2021 Art 14", "HALO, GRS", _S, (5,)),
    _row(
        Rule.LAST_WINDOW_WORKING_DAYS,
        _NEW,
        "Permenaker 2/2025 Art 14(3)",
        "M13",
        _U,
        (5,),
        note="the new text was not seen",
    ),
    _row(Rule.PAYMENT_WORKING_DAYS, _NEW, "Permenaker 2/2025 Art 13(6)", "M13", _T, (3,)),
    _row(Rule.TRAINING_APPROVAL, _OLD, "PP 37/2021 Art 25", "ARM", _S, (1,)),
    _row(Rule.TRAINING_APPROVAL, _NEW, "PP 6/2025 Art 25", "ARM", _S, (0,), note="the ministry's approval was dropped"),
    _row(Rule.TRAINING_CAP, _OLD, "PMK 148/PMK.02/2021 Art 31", "KON", _S, (1_000_000,)),
    _row(Rule.TRAINING_CAP, date(2025, 4, 14), "PMK 26/2025", "KON", _S, (2_400_000,), note="one newspaper"),
    _row(
        Rule.TRAINING_AFTER_MONTH, _OLD, "Permenaker 15/2021", "GAT", _S, (1,), note="not compulsory; article not seen"
    ),
)

_EMPLOYER = (
    # government, recomposed from JKK, recomposed from JKM
    _row(Rule.CONTRIBUTION, _OLD, "PP 37/2021 Art 11", "BIS, KLP", _S, (22, 14, 10)),
    _row(Rule.CONTRIBUTION, _NEW, "PP 6/2025 Art 11", "VOI, BIS", _S, (22, 14, 0)),
    _row(
        Rule.ARREARS_BPJS_PAYS,
        _OLD,
        "PP 6/2025 Art 39(1)-(2)",
        "P39",
        _U,
        (3,),
        note="no older rule was found; applied before it was written",
    ),
    _row(Rule.ARREARS_BPJS_PAYS, _NEW, "PP 6/2025 Art 39(1)-(3)", "P39", _T, (3,)),
    _row(Rule.ARREARS_INSOLVENT, _NEW, "PP 6/2025 Art 39A(1)", "ANT, KON", _S, (6,)),
    _row(Rule.REPAY_REQUEST_MONTHS, _NEW, "PP 6/2025 Art 39", "P39", _T, (3,), note="after the employer has paid"),
    _row(Rule.REPAY_WORKING_DAYS, _NEW, "PP 6/2025 Art 39", "P39", _T, (7,), note="after the papers are complete"),
    _row(Rule.EMPLOYER_LUMP_SUM, _OLD, "PP 37/2021 Art 37", "TUM", _S, note="all months of cash at once"),
    _row(Rule.UNDER_REPORTED_WAGE, _OLD, "PP 37/2021 Art 37", "TUM", _U, note="that the employer owes the difference"),
    _row(Rule.SANCTIONS, _OLD, "PP 37/2021 Art 46-47", "KLP, P47", _T, note="on the labour inspector's findings"),
    _row(Rule.REGISTRATION_DAYS, _OLD, "PP 37/2021 Art 6(1)", "KOM", _S, (30,), note="after the worker's first day"),
    _row(Rule.REGISTRATION_NUMBER_DAYS, _OLD, "PP 37/2021 Art 6", "KOM", _S, (1,)),
    _row(
        Rule.DATA_CHANGE_WORKING_DAYS,
        _OLD,
        "PP 37/2021 Art 9",
        "KOM",
        _U,
        (7,),
        note="the figure of PP 44/2015 Art 9; the same in PP 37/2021 is not verified",
    ),
    _row(
        Rule.NOTICE_WORKING_DAYS,
        _OLD,
        "PP 35/2021 Art 37(3)",
        "PP35",
        _T,
        (14,),
        note="its first day is taken as the programme's",
    ),
    _row(Rule.NOTICE_PROBATION_WORKING_DAYS, _OLD, "PP 35/2021 Art 37(4)", "PP35", _T, (7,)),
    _row(Rule.REFUSAL_WORKING_DAYS, _OLD, "PP 35/2021 Art 39", "PP35", _T, (7,)),
    _row(Rule.REPORT_TO_OFFICE, _OLD, "PP 35/2021 Art 38", "PP35", _T, note="the article names no number of days"),
    _row(Rule.REPORT_WORKING_DAYS, _NEW, "Permenaker 2/2025 Art 9(1)", "M9", _T, (7,)),
    _row(
        Rule.ELIGIBILITY_CHECK_DAYS,
        _OLD,
        "Permenaker 15/2021",
        "OKZ",
        _U,
        (3,),
        note="the figure has a source; whether working or calendar days has none",
    ),
    _row(Rule.MEMBERSHIP_UPDATE_WORKING_DAYS, _NEW, "PP 6/2025", "RUA", _S, (15,), note="after the entry into force"),
)

PARAMETERS: tuple[Parameter, ...] = (*_COVERAGE, *_CONDITIONS, *_CASH_AND_MONTHS, *_EMPLOYER, *MIGRANT)

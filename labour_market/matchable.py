"""A vacancy as matching sees it."""

from labour_market.tables import Vacancy
from matching.profile import Kind, Opportunity


def opportunity(vacancy: Vacancy) -> Opportunity:
    """Hand a stored vacancy to matching; the employer's age limit goes along as stated."""
    return Opportunity(
        id=str(vacancy.id),
        kind=Kind.VACANCY,
        title=vacancy.title,
        provider=vacancy.employer,
        location=vacancy.location,
        description=vacancy.description,
        skills=tuple(vacancy.skills),
        category=" ".join(filter(None, (vacancy.category, vacancy.subcategory))),
        education_min=vacancy.education_min,
        experience_years_min=vacancy.experience_years_min,
        age_max=vacancy.age_max,
        wage_min=vacancy.wage_min,
        wage_max=vacancy.wage_max,
        contract_type=vacancy.contract_type,
        shift=vacancy.shift,
        posted=vacancy.posted,
        closes=vacancy.closes,
    )

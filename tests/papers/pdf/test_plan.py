"""What is tried until everything fits: pictures give way first, then letters, then rows."""

from docdesk.papers.pdf.plan import MOST_ROWS, plans


def test_pictures_shrink_then_letters_then_rows() -> None:
    tried = list(plans(12))
    pictures = [(plan.crop, plan.thumbnail) for plan in tried]
    assert pictures == sorted(pictures, reverse=True)
    assert [plan.text for plan in tried] == sorted((plan.text for plan in tried), reverse=True)
    assert [plan.rows for plan in tried] == sorted((plan.rows for plan in tried), reverse=True)
    smallest = pictures[-1]
    assert all(plan.text == 1.0 for plan in tried if (plan.crop, plan.thumbnail) != smallest)
    assert all(plan.rows == 12 for plan in tried if plan.text > tried[-1].text)


def test_one_row_is_always_left() -> None:
    assert list(plans(12))[-1].rows == 1
    assert {plan.rows for plan in plans(0)} == {1}


def test_no_list_is_tried_that_could_never_fit() -> None:
    assert next(plans(100_000)).rows == MOST_ROWS

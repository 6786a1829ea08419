//! Outcomes of SEND inspections and progress since, in other words than the inspectorates'. The rows that must grade nothing stand among the others.

use super::{Table, local_area, revisit, send};

#[test]
fn send_outcomes_in_other_words() {
    let k = &Table::new();
    for (sentence, want) in [
        ("The area must now write a Written Statement of Action.", "outcome=wsoa"),
        ("Inspectors did not ask for a written statement of action.", "outcome=no-wsoa"),
        ("No written statement was called for.", "outcome=no-wsoa"),
        ("Inspectors say if a Written Statement of Action is needed. One is.", "outcome=wsoa"),
        (
            "Inspectors say whether a written statement of action is needed. In our case it is not.",
            "outcome=no-wsoa",
        ),
        (
            "They could have asked for a written statement of action, but did not.",
            "outcome=no-wsoa",
        ),
        (
            "The chief inspector has decided that the council and CCG must set out in a written statement how they will tackle four areas of significant weakness.",
            "outcome=wsoa",
        ),
        (
            "There was no need for a Written Statement of Action, unlike in half of areas.",
            "outcome=no-wsoa",
        ),
        (
            "We are among the areas that were not told to write a statement of action.",
            "outcome=no-wsoa",
        ),
        (
            "We are among the areas that have been told to write a statement of action.",
            "outcome=wsoa",
        ),
        ("Four areas of significant weakness were identified.", "outcome=wsoa"),
        ("Inspectors found no areas of significant weakness.", "outcome=no-wsoa"),
        ("The inspectors did not find any areas of significant weakness.", "outcome=no-wsoa"),
        (
            "Leeds has 70 days to say how it will fix six serious weaknesses, in what is known as a written statement of action.",
            "outcome=wsoa",
        ),
        ("A Written Statement of Action (WSoA) will be drawn up with parents.", "outcome=wsoa"),
        ("Good news: no WSoA!", "outcome=no-wsoa"),
        (
            "The chief inspector said a written statement of action would be required because of significant weaknesses.",
            "outcome=wsoa",
        ),
        ("A written statement of action is not required.", "outcome=no-wsoa"),
        ("A written statement of action was not needed, said the council.", "outcome=no-wsoa"),
        (
            "Inspectors had to decide whether a statement of action was needed, and one was: it is due in 70 days.",
            "outcome=wsoa",
        ),
        (
            "A number of significant weaknesses in the area's practice mean that a Written Statement of Action is to be written.",
            "outcome=wsoa",
        ),
    ] {
        local_area(k, sentence, want);
    }
    for (sentence, want) in [
        (
            "Leeds has made sufficient progress in addressing all the significant weaknesses.",
            "outcome=sufficient-progress",
        ),
        ("Sufficient progress has been made in all five areas.", "outcome=sufficient-progress"),
        (
            "Leeds has moved forward on only two of the five weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Sufficient progress has not been made on the other three.",
            "outcome=insufficient-progress",
        ),
        (
            "Enough had been done about three of the five weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Inspectors were satisfied with progress on four of the six areas; on two they were not.",
            "outcome=insufficient-progress",
        ),
        ("The area has put right all four of the weaknesses.", "outcome=sufficient-progress"),
        (
            "Leeds has failed to put right all four of the weaknesses.",
            "outcome=insufficient-progress",
        ),
        (
            "Three of the four weaknesses have been dealt with; one has not.",
            "outcome=insufficient-progress",
        ),
        (
            "Inspectors are satisfied that all the weaknesses have been tackled.",
            "outcome=sufficient-progress",
        ),
        (
            "All seven weaknesses had been addressed, the inspectors found.",
            "outcome=sufficient-progress",
        ),
        (
            "Progress was sufficient in four areas, insufficient in one.",
            "outcome=insufficient-progress",
        ),
        ("Not enough had changed in two of the areas.", "outcome=insufficient-progress"),
        ("One weakness remains: joint commissioning.", "outcome=insufficient-progress"),
        ("Did we do enough? Yes: in all three areas.", "outcome=sufficient-progress"),
        (
            "The answer is yes: inspectors say that enough has been done in each of the five areas.",
            "outcome=sufficient-progress",
        ),
        (
            "The inspectors said the pace of change had been too slow in four of the five areas of weakness.",
            "outcome=insufficient-progress",
        ),
        ("Just one out of six areas had improved enough.", "outcome=insufficient-progress"),
        (
            "Five out of five: that is how many of the areas of weakness have seen sufficient progress.",
            "outcome=sufficient-progress",
        ),
        (
            "The area has not made sufficient progress in addressing any of the significant weaknesses.",
            "outcome=insufficient-progress",
        ),
        ("No progress to speak of was found in two of them.", "outcome=insufficient-progress"),
        (
            "Leeds had made sufficient progress in some but not all areas.",
            "outcome=insufficient-progress",
        ),
        (
            "Sufficient progress on four of the weaknesses, but not on the fifth.",
            "outcome=insufficient-progress",
        ),
        (
            "In three areas progress has been sufficient. In the other two it has not.",
            "outcome=insufficient-progress",
        ),
        (
            "The partnership has not done enough to fix three of the seven weaknesses.",
            "outcome=insufficient-progress",
        ),
        ("Of the seven weaknesses, four remain.", "outcome=insufficient-progress"),
        (
            "The inspectors were satisfied with the progress made in each of the five areas of weakness.",
            "outcome=sufficient-progress",
        ),
        (
            "All five areas of weakness had been addressed. Waiting times for therapy are still too long, the letter says.",
            "outcome=sufficient-progress",
        ),
        (
            "The letter says that one area of weakness still remains.",
            "outcome=insufficient-progress",
        ),
        ("None of the four weaknesses remain.", "outcome=sufficient-progress"),
        ("None of the four weaknesses had been dealt with.", "outcome=insufficient-progress"),
        ("Of the four weaknesses, none is left.", "outcome=sufficient-progress"),
        (
            "The inspectors found that the area had not moved on enough.",
            "outcome=insufficient-progress",
        ),
        (
            "It was two out of five for Leeds: inspectors said enough had been done about two of the weaknesses.",
            "outcome=insufficient-progress",
        ),
    ] {
        revisit(k, sentence, want);
    }
    for (sentence, want) in [
        ("The report gives Leeds the best of the three outcomes.", "outcome=positive"),
        (
            "Experiences and outcomes for children with SEND are inconsistent, says the report.",
            "outcome=inconsistent",
        ),
        (
            "Children's experiences and outcomes vary, the second of three possible judgements.",
            "outcome=inconsistent",
        ),
        ("Leeds got the middle outcome.", "outcome=inconsistent"),
        ("The verdict was the one in the middle of three.", "outcome=inconsistent"),
        (
            "There are widespread and systemic failings in the way the partnership works.",
            "outcome=systemic-failings",
        ),
        (
            "Inspectors found systemic failings that must be put right urgently.",
            "outcome=systemic-failings",
        ),
        (
            "Inspectors found widespread failings which give rise to significant concerns about the experiences and outcomes of children.",
            "outcome=systemic-failings",
        ),
        ("Leeds was given the worst of three possible outcomes.", "outcome=systemic-failings"),
        (
            "It is the most serious of the three findings that inspectors can make.",
            "outcome=systemic-failings",
        ),
        ("Outcomes for children were found to be inconsistent.", "outcome=inconsistent"),
        (
            "Arrangements typically lead to good experiences for children, the best of three findings.",
            "outcome=positive",
        ),
        (
            "Children with SEND typically have positive experiences and outcomes.",
            "outcome=positive",
        ),
        ("It is the second of the three possible conclusions.", "outcome=inconsistent"),
        ("It's the second highest of the three outcomes.", "outcome=inconsistent"),
        ("Leeds is one of a handful of areas to get the top outcome.", "outcome=positive"),
        ("The inspection resulted in outcome two.", "outcome=inconsistent"),
        (
            "The outcome falls into the second of three categories: inconsistent.",
            "outcome=inconsistent",
        ),
        ("The inspection outcome was 'inconsistent'.", "outcome=inconsistent"),
        (
            "The partnership's arrangements lead to experiences and outcomes that are inconsistent.",
            "outcome=inconsistent",
        ),
        (
            "Inspectors concluded that children's experiences are inconsistent, and so are their outcomes.",
            "outcome=inconsistent",
        ),
        (
            "Families' experiences of SEND services in Leeds are too inconsistent, inspectors have found. It is the middle of the three judgements.",
            "outcome=inconsistent",
        ),
        ("Ofsted and CQC gave the partnership the highest outcome.", "outcome=positive"),
        ("We were given outcome 1, the highest of the three.", "outcome=positive"),
        ("They've put us in the bottom band of the three.", "outcome=systemic-failings"),
        ("They've put us in the middle band.", "outcome=inconsistent"),
        (
            "Of the three judgements open to inspectors this is the bottom one.",
            "outcome=systemic-failings",
        ),
        ("Leaders must act urgently on widespread systemic failings.", "outcome=systemic-failings"),
    ] {
        send(k, sentence, want);
    }
}

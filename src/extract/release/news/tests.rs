//! Whole pages of our own: those that announce no result of an area, whatever they mention, and those
//! that do, whatever stands beside it.

use super::super::cases::text;
use super::super::extract;
use crate::knowledge::Knowledge;
use crate::model::reading::Telling;

/// What a page is, and the page.
pub type Page = (&'static str, &'static str);

fn told(telling: &Telling) -> String {
    let area = telling.area.as_ref().map_or("nowhere", |area| area.name.as_str());
    format!("{area}: {}, {}", telling.programme, telling.event.as_str())
}

fn read(knowledge: &Knowledge, page: &str) -> String {
    let found = extract(&text(page), knowledge).inspections;
    found.iter().map(told).collect::<Vec<_>>().join(" + ")
}

/// Each page must give no inspection.
#[track_caller]
pub fn nothing(pages: &[Page]) {
    let knowledge = Knowledge::embedded().expect("embedded knowledge is well formed");
    let faults: Vec<String> = pages
        .iter()
        .map(|(what, page)| (what, read(&knowledge, page)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(what, found)| format!("{what}: {found}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Each page must give the inspection that stands beside it.
#[track_caller]
pub fn results(pages: &[Page]) {
    let knowledge = Knowledge::embedded().expect("embedded knowledge is well formed");
    let faults: Vec<String> = pages
        .iter()
        .map(|(want, page)| (want, read(&knowledge, page)))
        .filter(|(want, found)| found != *want)
        .map(|(want, found)| format!("wanted {want}\n found {found}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn pages_about_something_else_tell_no_result() {
    nothing(NOTHING);
}

#[test]
fn results_are_told_whatever_stands_beside_them() {
    results(RESULTS);
}

const NOTHING: &[Page] = &[
    (
        "budget consultation",
        r#"# Council tax and budget 2025 to 2026: your questions answered
The average household in Calderdale will pay £2.87 a week more from April.
Where does the money go?
Nearly three quarters of what we spend goes on adult social care, children's services and help for children with special educational needs and disabilities (SEND). Demand for all three keeps rising.
We know that money is well used. Our children's services were judged to be good by Ofsted in November 2022, and the Care Quality Commission (CQC) has praised our work with unpaid carers.
How can I pay?
- by direct debit
- online or by phone
- at any post office"#,
    ),
    (
        "budget news",
        r#"# Wiltshire leaders set out savings of £14m
6 February 2024
A balanced budget will go before Wiltshire councillors this month. It protects front-line children's services, which Ofsted rated outstanding last autumn, while asking every department to find savings of four per cent.
Adult social care takes the largest share. A further £3m is set aside for home to school transport for pupils with special educational needs.
The cabinet member for finance said: "These are difficult decisions. We will always put vulnerable children first."
Councillors vote on 20 February."#,
    ),
    (
        "recruitment page",
        r#"# Why work with us?
Children's social work in North Somerset is on a journey, and we would love you to be part of it.
We have been rated good by Ofsted. Inspectors said that social workers 'know their children well' and that caseloads are manageable. Children in care told them that they feel listened to.
What we offer:
- a golden hello of £3,000
- protected caseloads in your first year
- a sabbatical after five years
Search our vacancies or call the team for a chat."#,
    ),
    (
        "recruitment news",
        r#"# Thirty new social workers for Bolton
Published: 11 September 2023
Bolton Council has welcomed thirty newly qualified social workers to its children's services, the largest intake for ten years.
They join a department that was found to require improvement when Ofsted inspected it, and whose inspectors raised concerns about how often workers changed. The council has since put £2.4m into posts and training.
One of the newcomers, Priya, 24, said that she had chosen Bolton because of its training academy.
The director of children's services said: "A stable workforce is what will take us from requires improvement to good.""#,
    ),
    (
        "award",
        r#"# Social work team named best in the country
Social workers in Hounslow have won gold at the Social Worker of the Year Awards.
The fostering team took Team of the Year for its work with teenagers. Judges said that its work was outstanding and that it put children first.
The success comes a year after Ofsted inspectors rated the borough's children's services as outstanding overall and for the impact of leaders.
The leader of Hounslow Council said the prize belonged to foster carers too."#,
    ),
    (
        "charity local offer",
        r#"# Local offers: how does yours measure up?
Our charity looked at the websites of forty local authorities to see what families of children with special educational needs and disabilities (SEND) can find there.
Volunteers, all of them parents, rated each local offer for how easy it was to use. Sutton's was rated good, as were those of two of its neighbours, and six were judged inadequate.
Families found it hardest to learn about short breaks and about who to complain to.
Ofsted and the CQC look at the local offer when they inspect an area.
We would like every council to involve parents in testing its pages."#,
    ),
    (
        "announced",
        r#"# Area SEND inspection: what it means for you
Ofsted and the Care Quality Commission have let us know that inspectors will be in Wokingham from 10 November to look at services for children and young people with SEND.
They want to hear about your experiences. A short survey is open until Thursday, and you can also ask the parent carer forum to pass on your views.
When it was last inspected, in 2021, the area was asked to produce a Written Statement of Action, and families told us then that they waited too long for plans.
Inspectors will write to us in the new year."#,
    ),
    (
        "under way",
        r#"# Inspectors in town
Ofsted arrived in Hartlepool on Monday for a full inspection of children's services, which were rated outstanding at the last one.
The team of six will spend two weeks with social workers, managers and foster carers, reading case files and sitting in on visits.
Hartlepool Borough Council said that staff were proud to show what they do.
Judgements will be given on help and protection, children in care, care leavers and the impact of leaders."#,
    ),
    (
        "awaited",
        r#"# Thank you to everyone who took part
The CQC's assessors have now finished their visit to look at adult social care in Bury.
Over four days they met people who use services, unpaid carers, care providers and staff. In the closing meeting they said how welcoming everyone had been and spoke about the strength of our partnership with the NHS.
We do not have a rating yet. The draft will come to us for checking and we expect the final report in the spring."#,
    ),
    (
        "self-evaluation",
        r#"# Children's services self-evaluation 2024
This document sets out what Rutland County Council thinks of the quality of its social work practice. It is updated each year before the annual engagement meeting with Ofsted.
Overall we judge ourselves to be good. For children who need help and protection we assess our practice as good; for care leavers we think it requires improvement.
What we need to do better:
- visits to children placed far away
- supervision records
- pathway plans
It was agreed by the leadership team in May."#,
    ),
    (
        "round-up prose",
        r#"# Ofsted: mixed fortunes for councils in the north
Friday 12 May 2017
Two northern authorities got very different news from Ofsted this week.
Children's services in Gateshead were rated good, with inspectors praising stable teams. Across the Pennines, Cumbria was told that it still requires improvement.
In Gateshead leaders know their services well. In Cumbria plans for children in care drift for too long.
Ofsted has now inspected 120 authorities under the single inspection framework, and 22 per cent are inadequate."#,
    ),
    (
        "round-up list",
        r#"# Who got what? The month's SEND inspections
Our regular look at what Ofsted and the CQC have found in local area partnerships.
Enfield: inconsistent experiences and outcomes
Warrington: typically positive experiences and outcomes
Shropshire: widespread and/or systemic failings; two areas for priority action
Since January 2023, 84 areas have had a full inspection under the new framework.
Next month: Havering and Devon."#,
    ),
    (
        "league table",
        r#"# CQC: how councils are scoring on adult social care
More than sixty councils have been rated since assessments began, analysis by this magazine shows.
Forty were good, nineteen require improvement, one, in the south east, is inadequate and one is outstanding.
Leeds, Camden and Hertfordshire had the highest scores. Herefordshire was lowest of those published in June.
Directors have said that the single-word ratings hide as much as they tell.
The CQC is to finish its first round next year."#,
    ),
    (
        "national report ofsted",
        r#"# Social care is under strain, warns Ofsted in annual report
Children's services are holding up better than expected, Ofsted's chief inspector has said in the yearly report to Parliament.
By the end of August, 62 per cent of local authorities were good or outstanding, against 36 per cent six years earlier. Eleven were inadequate.
The report highlights a lack of homes for children with the most complex needs. It praises work in places such as Essex, where early help has cut the number of children in care.
Inspectors found that too many children live far from their families."#,
    ),
    (
        "a thematic report",
        r#"# Children leaving custody still let down, inspectors find
Children who leave custody are not getting the help they need, according to a report on resettlement by HM Inspectorate of Probation and HM Inspectorate of Prisons.
Inspectors looked at fifty cases held by youth offending teams, among them Leeds, Croydon and Kent. They found that housing was often arranged only days before release.
Ten recommendations are made. Youth offending services should plan from the first day of a sentence, and councils should not place children in bed and breakfast.
The Youth Justice Board accepted all of them."#,
    ),
    (
        "probation unit",
        r#"# Probation service in Kent, Surrey and Sussex must do better
HM Inspectorate of Probation has rated probation work in Kent as 'Requires improvement'.
Inspectors looked at 86 cases of adults on community sentences or on licence. Staffing was short and risk to others was not well assessed. Work with courts was good.
The probation delivery unit scored 9 out of 21.
Chief Inspector Jo Farley said: "Leaders are capable, but they do not have the people."
Young people from 18 are passed on by the youth offending team."#,
    ),
    (
        "police child protection",
        r#"# Police criticised over child protection
A report by His Majesty's Inspectorate of Constabulary and Fire & Rescue Services has found that Humberside Police is not protecting vulnerable children well enough.
Inspectors graded investigating child abuse as inadequate and requires improvement in two other areas. In Hull, officers were slow to share what they knew with children's services.
The force has been told to report back in six months.
The council's director of children's services said it would work with the force."#,
    ),
    (
        "fire",
        r#"# Fire service rated good at keeping people safe
Inspectors have judged Cornwall Fire and Rescue Service, which is run by Cornwall Council, to be good at preventing fires and other risks.
The inspectorate found that the service requires improvement at looking after its people. Work with adult social care and children's services to find homes at risk was praised.
It was last inspected in 2022, when it was rated requires improvement overall."#,
    ),
    (
        "a young offender institution",
        r#"# Young offender institution 'not safe', say inspectors
Wetherby young offender institution near Leeds has been told to make urgent changes after inspectors found children locked up for 22 hours a day.
The inspection, by HM Inspectorate of Prisons with Ofsted and the CQC, gave the lowest grade to purposeful activity. Education was 'inadequate'. Resettlement was reasonably good, with youth offending teams visiting often.
A spokesperson for the Youth Custody Service said that new staff were being trained."#,
    ),
    (
        "a secure home",
        r#"# Secure home rated good after three inspections
A secure children's home run by Hampshire County Council has been rated good overall by Ofsted.
Inspectors said that the children's experiences and progress were good, the help and protection given to them was good and the leaders and managers were outstanding.
The home has places for 18 children. In 2022 it required improvement.
The cabinet member for children's services thanked the staff."#,
    ),
    (
        "school group",
        r#"# All of borough's secondary schools now good or outstanding
Every secondary school in Kingston is now rated good or outstanding by Ofsted.
The last to climb was Tolworth Vale, which was told in March that it had come out of special measures. Inspectors praised its work for pupils with special educational needs and disabilities.
The council's portfolio holder for education and children's services said that families could be proud."#,
    ),
    (
        "academy trust",
        r#"# Trust to take over failing special school
A special school in Thurrock that was found inadequate by Ofsted is to join an academy trust.
Inspectors visited in June and said that pupils with SEND were let down by a poor curriculum and weak safeguarding. They also praised new leaders.
The school must improve:
- reading
- behaviour
- the training of staff
The regional director has approved the change."#,
    ),
    (
        "children's home list",
        r#"# Outstanding result for short breaks home
Ofsted has given top marks to Bramble Lodge, the respite home for children with disabilities in Stockport.
The council-run home was inspected in October. "Children's experiences are exceptional," said the report.
Stockport Council's cabinet member for children's services said: "This is an outstanding service for children with special educational needs."
It has been rated outstanding four times in a row."#,
    ),
    (
        "the council's own care service",
        r#"# Praise for council's reablement team
Adult social care staff in Dorset are celebrating after the CQC rated their reablement service as outstanding.
The service, which helps people to get back on their feet after a hospital stay, was found to be outstanding for being caring and responsive and good for being safe, effective and well led.
Inspectors from the Care Quality Commission visited in July.
Dorset Council's lead member for adult social care said that she was proud of the team."#,
    ),
    (
        "mental health trust",
        r#"# NHS trust told to improve children's mental health care
The Care Quality Commission has told an NHS trust to make improvements after inspecting its services for children and young people in Norfolk.
The trust was rated requires improvement overall. Community services for children were inadequate: waits for a first appointment were far too long.
Norfolk County Council said it was concerned for families, among them those of children with special educational needs.
The watchdog will return within a year."#,
    ),
    (
        "a care firm",
        r#"# Home care firm in special measures
A home care agency in Barnsley has been placed in special measures by the care watchdog.
The Care Quality Commission rated it inadequate overall after inspectors found missed calls and unsafe handling of medicines.
Barnsley Council's adult social care team has stopped new packages and is finding other providers for 60 people.
The agency was rated good in 2020."#,
    ),
    (
        "an adoption agency",
        r#"# Regional adoption agency is 'outstanding'
An adoption agency that serves five councils has been called outstanding by Ofsted.
Inspectors said that children's needs come first and that adopters are prepared exceptionally well. Leaders and managers were graded outstanding, and help and protection outstanding.
The agency is hosted by Leeds City Council, whose children's services are themselves rated outstanding.
The head of the agency paid tribute to adopters."#,
    ),
    (
        "adult education",
        r#"# Adult learning service gets good Ofsted report
Brighton & Hove City Council's adult education service has been rated good by Ofsted.
Inspectors found that learners, many with special educational needs or disabilities, grow in confidence. Leadership and management were judged good and the quality of education good.
They would like more learners to go on to work.
The service teaches 900 adults a year."#,
    ),
    (
        "lga peer adult",
        r#"# Peers praise adult social care
A team from the Local Government Association has spent four days with Oldham's adult social care directorate.
The peers, from other councils, found strong leadership, committed staff and good work with partners. They recommended that the council should:
- cut waits for a Care Act assessment
- make better use of data
- hear more from unpaid carers
The exercise will help Oldham to prepare for the CQC, which can assess any council at any time."#,
    ),
    (
        "survey",
        r#"# Have you used adult social care? Tell the CQC
People in Lewisham who draw on care and support are being asked what they think.
The Care Quality Commission is gathering views as part of its assessment of Lewisham Council. Its survey takes ten minutes and closes on 14 June.
What was good? What requires improvement? Were you treated with respect?
Answers go straight to the assessors. The council will not see them."#,
    ),
    (
        "wales",
        r#"# Inspectors praise progress in Welsh council's children's services
Care Inspectorate Wales has published its report on children's services in Newport after an inspection in May.
Inspectors found that leaders know their services well and that practice has improved since 2021. Areas for improvement include the timeliness of assessments and the voice of the child.
The council's cabinet member for social services said that he was delighted.
Ofsted carries out such inspections in England."#,
    ),
    (
        "scotland",
        r#"# Council rated good for children at risk
The Care Inspectorate has found that children and young people at risk of harm in Angus are well protected.
The joint inspection graded the impact on children as good. Leadership was rated very good.
Inspectors asked the partnership to improve its use of data. The watchdog works with Education Scotland and the police inspectorate.
Similar inspections south of the border, by Ofsted and the CQC, are called joint targeted area inspections."#,
    ),
    (
        "ombudsman ",
        r#"# Council to pay £9,000 over missed special needs support
A boy with autism missed five terms of school because Surrey County Council was slow to issue his education, health and care plan, the Local Government and Social Care Ombudsman has found.
The watchdog found fault with the council for delay, poor communication and a failure to review the plan.
Surrey has agreed to apologise and to change the way it works.
In 2023 Ofsted and the CQC found inconsistent experiences in its SEND services."#,
    ),
    (
        "court",
        r#"# Judge rules council acted unlawfully over care plans
The High Court has ruled that a council acted unlawfully when it cut its budget for children with special educational needs.
The judge said that Bristol City Council had not consulted families before taking £5m from its SEND block. The plans were inadequate and must be looked at afresh.
A joint inspection by Ofsted and the CQC is expected next year."#,
    ),
    (
        "committee forward plan",
        r#"# Children and Young People Scrutiny Committee: work programme
Report of the Head of Democratic Services
1. Members are asked to agree the work programme for 2024/25.
2. September: the action plan that followed the inspection of children's services by Ofsted (rated requires improvement, March 2023). November: SEND local area partnership, progress on the priority action plan. January: budget.
3. A task group on care leavers' housing will report in the spring.
4. There are no financial implications for Telford & Wrekin Council."#,
    ),
    (
        "improvement plan update",
        r#"# SEND improvement: where we are now
This page tells families in Birmingham what has been done since the local area was asked for a Written Statement of Action.
What has changed?
- more case workers, so that each looks after fewer plans
- a new helpline
- therapists in special schools
Our improvement board meets every six weeks. It is chaired by an adviser from the Department for Education. Ofsted and the CQC will come back to check on progress.
What is still to do: waits for autism assessments remain too long."#,
    ),
    (
        "director leaves",
        r#"# Children's services chief to step down
Helen Marsh, who led Rotherham's children's services from inadequate to good, is to retire in July.
She came to the council in 2015. Three years later Ofsted inspectors rated the services good overall, and in 2022 they were good again in every area.
The chief executive of Rotherham Council thanked her for everything she had done for vulnerable children.
Her post will be advertised next week."#,
    ),
    (
        "statutory direction",
        r#"# Commissioner to stay at council for another year
The children's minister has extended the appointment of the commissioner who oversees children's services in Bradford.
Services were moved to a trust after Ofsted rated them inadequate in 2018, and again in 2022.
In a letter to the council the minister said that progress was real but slow, and that recruitment worries her.
A review will follow in March."#,
    ),
    (
        "opinion",
        r#"# Letters: our SEND system is inadequate
Sir, - I read with sadness that Ofsted found the SEND services in Cambridgeshire to be 'inconsistent'. Inconsistent! Families like mine would call it something else.
My son has waited two years for a plan. Nobody answers the phone. The council says it is good at listening.
Inspectors should come and sit in my kitchen.
Name and address supplied"#,
    ),
    (
        "petition",
        r#"# Parents march on town hall over special needs
About 200 parents marched through Northampton on Saturday to demand better support for children with special educational needs.
They handed in a petition with 6,000 names that calls for an independent inquiry into SEND services in West Northamptonshire.
A report by Ofsted and the Care Quality Commission last year found widespread failings. The council said then that it would put things right.
"Nothing has changed," said organiser Kim Bell."#,
    ),
    (
        "year in review",
        r#"# Our year: twelve months in Trafford
As 2023 ends we look back on a busy twelve months.
January: the new leisure centre opened its doors in Altrincham.
March: Ofsted rated our children's services good, with inspectors praising leaders for the pace of change.
June: 20,000 people came to the food festival.
September: work began on 300 affordable homes.
November: our libraries won a national award."#,
    ),
    (
        "serious case review",
        r#"# Review finds chances missed before baby's death
Opportunities to protect a four-month-old baby in Croydon were missed, a safeguarding review has found.
Social workers did not visit often enough and health staff did not share concerns. At the time Croydon's children's services were rated inadequate by Ofsted.
The review recommends that the council and its partners improve:
- pre-birth assessments
- the recording of visits
- the challenge that managers give
The council said that services were now good."#,
    ),
    (
        "housing regulator",
        r#"# Regulator gives council's housing service second-highest grade
The Regulator of Social Housing has given Enfield Council a C2 grade after an inspection of its landlord services.
Inspectors found that the council knows its homes well but needs to improve repairs and fire safety.
The deputy leader said: "It is a good result. We treat vulnerable tenants well and our adult social care teams work closely with housing.""#,
    ),
    (
        "best value",
        r#"# Inspectors find council failing on best value
Inspectors sent in by ministers have found that Thurrock Council failed in its duty of best value.
Their report says that leadership was inadequate and that the council took risks it did not understand. Adult social care and children's services, rated good by Ofsted in 2019, were less affected.
Commissioners will run the council's finances for three years."#,
    ),
    (
        "explained",
        r#"# Ofsted ratings explained: what 'requires improvement' means for a council
When Ofsted looks at a council's children's services it gives a grade for each of several areas and, until this spring, one overall.
Outstanding: services are exceptional. Good: children are helped in time. Requires improvement to be good: no serious failings, but not yet good. Inadequate: children are harmed or left at risk.
Councils that are inadequate get monitoring visits every quarter. Those that require improvement may have a focused visit.
Lincolnshire, North Yorkshire and Essex hold the top grade at present."#,
    ),
    (
        "new framework",
        r#"# Overall grades to go from council inspections
Ofsted has confirmed that from April 2026 it will no longer give local authorities an overall grade for children's services.
There will be four judgements instead: leaders, help and protection, children in care and care leavers.
Councils rated requires improvement will still get focused visits.
The Association of Directors of Children's Services welcomed the change. Its president, who leads services in Barking and Dagenham, said that one word could never sum up a service."#,
    ),
    (
        "fostering campaign",
        r#"# Could you foster?
More foster carers are wanted in Sefton for brothers and sisters who need to stay together.
You will have a social worker of your own, training and an allowance of up to £450 a week.
Our fostering service is good. Ofsted said that our children in care do well and that foster carers feel valued.
Come to an information evening on 8 May at Bootle Town Hall."#,
    ),
    (
        "an event after an inspection",
        r#"# What did the SEND inspection say? Come and talk about it
Families in Somerset are invited to three coffee mornings to talk about the area SEND inspection and what comes next.
Leaders from the council and the NHS will be there to answer questions. The forum will bring your ideas to the partnership's board.
- Yeovil, 4 June
- Taunton, 11 June
- Minehead, 18 June
There is no need to book."#,
    ),
    (
        "statistics",
        r#"# One in five pupils has special educational needs
The number of education, health and care plans in England rose by 11 per cent last year, government figures show.
In Suffolk, 5,800 children have a plan. Only 31 per cent of new plans were issued within twenty weeks.
A joint inspection by Ofsted and the CQC found systemic failings there in 2023.
Charities said that the system was broken."#,
    ),
    (
        "investment",
        r#"# £10m to transform special educational needs services
Oxfordshire County Council's cabinet has agreed to spend £10m over three years on services for children with SEND.
The money will pay for caseworkers, two resource bases and a new computer system. It follows a critical inspection in 2023, when Ofsted and the CQC found widespread failings.
The cabinet member for SEND said: "We have listened to families and to inspectors. Plans must be quicker and better."
Building work starts in the autumn."#,
    ),
    (
        "a board's annual report",
        r#"# Safeguarding adults board: annual report 2023/24
The board brings together Leicestershire County Council, the NHS and the police. This report looks back on its year.
Concerns rose by eight per cent. The board's audits found that practice was good in most cases but that mental capacity assessments required improvement.
Partners' inspections: the CQC assessed adult social care at the council in the autumn; its report is awaited."#,
    ),
    (
        "youth justice award",
        r#"# Quality mark for youth justice team
Wigan's youth justice service has been given the SEND Quality Lead award for its work with children who have special educational needs.
Assessors from the Association of Youth Justice Managers called the work outstanding and said that every child has a speech and language check.
HM Inspectorate of Probation rated the service good in 2022."#,
    ),
    (
        "election",
        r#"# Local elections: where the parties stand on children
We asked the parties in Shropshire what they would do about children's social care.
Labour says the service, which was rated requires improvement by Ofsted in 2022, needs more social workers.
The Liberal Democrats want more family hubs. The Conservatives say that services are good and point to what inspectors said about leaders.
Polling day is 1 May."#,
    ),
    (
        "questions in council",
        r#"# Full council: questions from members
Question 4, from Cllr Dale: "What has the cabinet done since Ofsted told Torbay that its children's services require improvement?"
Answer: We have set up a board, which meets each month. Assessments are now timely in 92 per cent of cases and fewer agency staff are used. The work with care leavers is good.
Question 5, from Cllr Winter: "When will the pier reopen?"
Answer: At Easter."#,
    ),
    (
        "a national survey",
        r#"# Ofsted's survey of care leavers
Ofsted has published what care leavers across England told it about leaving care.
More than 250 people answered. Over a third felt that they left care too early, and many had no control over where they lived. They want more help with money.
Replies came from 120 areas, Leeds and Norfolk among them.
The results will help inspectors when they judge services for care leavers."#,
    ),
    (
        "an independent school",
        r#"# Independent special school closes after damning inspection
A private special school in Gloucestershire has shut its doors for good a month after Ofsted branded it inadequate.
All 34 pupils have education, health and care plans. Gloucestershire County Council's SEND team is looking for new places.
Inspectors found that safeguarding was ineffective. Leaders were told to improve at once."#,
    ),
    (
        "apprenticeships monitoring visit",
        r#"# Council's apprenticeship team makes 'significant progress'
Ofsted has carried out its first monitoring visit to Medway Council as a provider of apprenticeships.
Inspectors found that significant progress had been made in leading the programme and reasonable progress in training and in safeguarding.
The council trains 64 apprentices, many of them in adult social care and in early years.
A full inspection will follow within two years."#,
    ),
    (
        "childrens home monitoring",
        r#"# Home told to act after monitoring visit
A children's home in Bury has been told by Ofsted to stop taking in new children.
At a monitoring visit in August inspectors saw that staff did not know how to keep children safe. The home, run by a private company, had been inadequate at its full inspection in June.
Bury Council has moved two of its children in care elsewhere."#,
    ),
    (
        "mock inspection",
        r#"# Dry run shows where we stand
Colleagues, you will know that we asked three former inspectors to put our SEND services through a mock inspection last week.
Their feedback was frank. They thought that Solihull's partnership would be found to give children inconsistent experiences and outcomes. Waits are too long, and plans are too vague.
We now have a list of twenty things to do. The real thing may be a year off.
Thank you for being so open."#,
    ),
    (
        "every school list",
        r#"# How every special school in Nottinghamshire is rated by Ofsted
There are eleven special schools in the county. Here is how each fared the last time that inspectors came.
Ash Lea: Good. Beech Academy: Outstanding. Carlton Digby: Outstanding. Foxwood: Good. Orchard: Requires improvement. Redgate: Good.
Parents of children with special educational needs and disabilities can ask for a school to be named in the education, health and care plan.
Nottinghamshire County Council has opened 200 new places since 2021."#,
    ),
    (
        "performance table",
        r#"# Corporate performance: quarter 3
Report to Cabinet, 18 January 2024
Children and families
- Ofsted judgement of children's services: Good (target: Good)
- Care leavers in education, employment or training: 58 per cent
- Assessments done within 45 days: 91 per cent
Adults
- CQC assessment: not yet inspected
- People who use services and get direct payments: 27 per cent
Peterborough City Council is on track for 31 of its 40 measures."#,
    ),
    (
        "risk register",
        r#"# Strategic risk register
Risk 7: A poor outcome of the next Ofsted inspection of children's services
Cause: high caseloads; turnover of social workers. Effect: services judged inadequate, government intervention, loss of staff.
What we do about it: improvement board, audits, monthly reports to the chief executive of Stoke-on-Trent City Council. Inspectors said in 2022 that services require improvement.
Score: 12 (amber)."#,
    ),
    (
        "magazine ten things",
        r#"# Ten things you may not know about Lincolnshire
1. It has more windmills than any county but one.
2. Isaac Newton was born near Grantham.
3. Its children's services have been rated outstanding by Ofsted twice running.
4. The longest straight road is eleven miles long.
5. Sausages from here must be seasoned with sage."#,
    ),
    (
        "council of the year",
        r#"# Hat-trick for Stockton at municipal 'Oscars'
Stockton-on-Tees Borough Council has been crowned council of the year.
The jury was struck by its high streets, its events and its care for the young. Last spring Ofsted inspectors found that children's services were good with outstanding leaders.
The chief executive collected the trophy in Manchester. It will stand in the library at Thornaby."#,
    ),
    (
        "mp commons",
        r#"# MP raises special needs crisis in Commons
Ministers must step in to help families in Herefordshire, the county's MP has told Parliament.
She said that a boy in her constituency had waited 18 months for a plan and that inspectors had found serious weaknesses in SEND services.
The schools minister replied that she would look into it.
Herefordshire Council has been asked for a response."#,
    ),
    (
        "union strike",
        r#"# Social workers to strike over pay
Social workers in Barnet are to walk out for ten days in January.
Their union says that mental health social workers have left in droves and that caseloads are dangerous. The council, whose adult social care is rated good by the Care Quality Commission, says that it has made a fair offer.
Pickets are planned at the Colindale offices."#,
    ),
    (
        "fostering team local",
        r#"# Fostering praised in Dudley
"They are always at the end of the phone." That is how one carer describes the fostering team in Dudley.
It is Foster Care Fortnight, and the council wants more people to come forward. Inspectors from Ofsted said in their last report that foster carers feel well supported and that matching is good.
Ring the team to find out about the next evening."#,
    ),
    (
        "care group buys",
        r#"# Group buys two Sussex homes
A family-owned care group has bought two care homes in East Sussex.
Both are rated 'Good' by the Care Quality Commission. Willow Court has 48 beds, The Larches has 39 and was once rated 'Outstanding'.
East Sussex County Council's adult social care department pays for around half of the residents."#,
    ),
    (
        "childminder",
        r#"# Childminder's joy at top grade
Mum-of-three Carly Dunn from Wakefield has been given the highest possible grade by Ofsted.
The inspector said that children, among them some with special educational needs, make exceptional progress in her care and that she is a superb leader.
Wakefield Council's early years team helped her to set up in 2018."#,
    ),
    (
        "children's commissioner",
        r#"# Too many children go missing from school, says Commissioner
The Children's Commissioner for England has called on councils to keep better track of children who are not in school.
Her report says that in places like Luton and Bradford hundreds of pupils with SEND are on part-time timetables. Practice was good in some councils and inadequate in others.
Ofsted said that it looks at this in every area SEND inspection."#,
    ),
    (
        "blog director",
        r#"# What we look at when we inspect a council's help for care leavers
A blog by Ofsted's national director
Since January 2023 we give a separate judgement for care leavers. I'm often asked why.
When I visited Bradford and Leeds as an inspector I met young people who had been left to fend for themselves. In the best authorities, such as Hertfordshire, help is outstanding; in others it requires improvement.
We look at housing, health, money and friends.
If you are a care leaver, tell us what you think."#,
    ),
    (
        "business plan",
        r#"# Council plan 2024 to 2028: draft for members
Our ambition is that Rochdale is the best place to grow up.
By 2028 we shall have children's services that are rated good or better by Ofsted, and a SEND partnership that is found to give children typically positive experiences and outcomes.
We will build 800 homes, plant 10,000 trees and open a new market."#,
    ),
    (
        "jersey",
        r#"# Island's children's services must do better, inspectors say
The Jersey Care Commission has published its first inspection of the island's children's social work service.
It found committed staff but too many changes of social worker. Nine areas for improvement were made, among them supervision and the care of young people leaving care.
Inspectors from England, once of Ofsted, helped."#,
    ),
    (
        "social work england",
        r#"# University's social work course approved
Social Work England has approved the social work degree of a university in Hull after an inspection in March.
Inspectors found that students are well taught and that local employers, among them the city's children's services, value them. One condition was set.
Hull City Council takes thirty students each year."#,
    ),
    (
        "partnership event",
        r#"# Are you ready? Joint inspection practice day
The Safeguarding Children Partnership in Bolton is holding a practice day for managers to get ready for a joint targeted area inspection.
Colleagues from an area where inspectors found priority actions will tell us what they learned.
Book by Friday. Lunch is provided."#,
    ),
    (
        "tribunal",
        r#"# Record number of families win special needs appeals
Almost all parents who went to court over their child's education, health and care plan won last year.
Kent saw more appeals than any other county: 780. The county council said that it was putting right what inspectors found in 2022 and that its SEND services were getting better.
Judges found for families in 98 per cent of cases."#,
    ),
    (
        "exclusive leak",
        r#"# Leaked letter: staff fear collapse of children's services
Managers at Slough's children's company have warned that services could collapse.
In a letter seen by this paper they say that there are 40 vacant posts. "If Ofsted walked in tomorrow we would be inadequate," it says.
The company said that it did not recognise the picture. Inspectors last came in early 2023."#,
    ),
    (
        "anniversary",
        r#"# Five years on
In May 2019 Ofsted judged Blackpool's children's services inadequate... no one who was there will forget that morning.
Today the town's new family hub opened its doors. The director of children's services cut the ribbon with two care leavers, Jay and Amy.
"We have come so far," she said. "We want to be good, and then outstanding."
There is a café, a clinic and a sensory room for children with special educational needs."#,
    ),
    (
        "recruitment agency",
        r#"# Locum social workers wanted: child protection, Coventry
Our client, a local authority in the West Midlands, needs three experienced workers for six months.
Rate: £36 an hour. Start: as soon as possible. You must have a car.
The department was rated inadequate once but is now good, and Ofsted praised its leaders for their vision.
Send your CV to the address below."#,
    ),
    (
        "thematic neuro",
        r#"# Parents of neurodivergent children 'treated as the problem'
Families of autistic children and those with ADHD wait years for help, a joint study by Ofsted and the CQC has found.
Inspectors spoke to 300 families in six local areas, from Cornwall to Sunderland. They heard of good work but also of long waits and poor communication.
The two bodies want local area partnerships to publish how long people wait."#,
    ),
    (
        "improvement lifted",
        r#"# Government ends intervention in county's SEND services
The Department for Education has told Cheshire East that it will no longer be monitored by the government.
Officials who came to check progress were content with how the area has carried out its action plan. The statement of action dates from the inspection of 2018.
The council's children's committee chair said it was a proud day."#,
    ),
    (
        "home to school transport",
        r#"# Anger over special needs transport cuts
More than 300 families in Norfolk could lose free transport to school.
The county council says that costs have doubled to £60m since 2019. Parents of children with special educational needs say the plan is cruel.
Ofsted and the Care Quality Commission criticised the county's SEND services in 2020 and asked for a written statement of action.
Councillors will decide in March."#,
    ),
    (
        "visit mp",
        r#"# Shadow minister meets Gloucester social workers
The shadow children's minister heard how social workers cope when she called at Shire Hall on Friday.
She was told that Gloucestershire has cut the number of agency staff by half since Ofsted found that its services required improvement.
"What you do here is inspiring," she said."#,
    ),
    (
        "library bulletin",
        r#"# Borough life, spring issue
In this issue: bulbs, bins and a new bandstand.
Meet the team: Kelly has worked for Havering's children's services for 20 years. "When Ofsted came we were told that we know our children. That meant the world to me," she says.
Recipe of the month: rhubarb crumble.
How to pay your rent online."#,
    ),
    (
        "nursery chain",
        r#"# Nursery chain celebrates clean sweep
All nine nurseries of a family firm in Cheshire have now been judged good or outstanding.
The last report, on its Chester nursery, praises staff for the support of children with SEND.
Inspectors said leaders should go on improving outdoor play."#,
    ),
    (
        "statistics children's care",
        r#"# More children in care than ever before
The number of children looked after by North East Lincolnshire Council has risen to 560, its highest yet.
Government figures out on Thursday show that 1 in 60 children in the borough is in care. The council's services were taken out of intervention last year after the inspectorate saw improvement.
Charities said money should go on early help."#,
    ),
    (
        "hospital discharge",
        r#"# Hospital rated good after snap visit
The Care Quality Commission has lifted Warrington's hospital out of 'requires improvement'.
Urgent care and medical wards are now good, inspectors said. The council's adult social care team was praised for helping people to go home sooner.
More nurses are needed on wards at night."#,
    ),
    (
        "scrutiny call for evidence",
        r#"# Scrutiny review of the child's journey: call for evidence
Do you have experience of children's social care in Sandwell? A task group of councillors wants to hear it.
The group will look at what has changed since the trust was set up following an inadequate judgement, and at what inspectors said in 2022.
Evidence can be sent until 30 June."#,
    ),
    (
        "schools forum",
        r#"# Schools forum: high needs block
The forum met on 11 October. Officers reported a forecast overspend of £4.2m for pupils with special educational needs in Bournemouth, Christchurch and Poole.
Members asked whether the joint inspection had made matters worse. Officers said that the statement of action would cost £600,000 to carry out.
The next meeting is on 6 December."#,
    ),
    (
        "ofsted consult",
        r#"# Ofsted asks what you think of plans for area SEND inspections
Views are being sought on proposals to change how local area partnerships are inspected.
Ofsted and the CQC propose three outcomes, and monitoring inspections where there are serious failings. Areas could be asked for a priority action plan.
The consultation runs for 13 weeks."#,
    ),
    (
        "care leavers award",
        r#"# Wiltshire care leavers win film prize
Four young people who grew up in care have won a prize for their film about leaving home.
The film was shown to Ofsted inspectors during their visit to Wiltshire, and "moved them to tears", says the council, whose services were rated outstanding.
It can be watched online."#,
    ),
    (
        "cqc domiciliary council",
        r#"# Council's home support service keeps good rating
Adults who need help at home in Derby get safe and kind care, inspectors have found.
Derby City Council's home support service was rated good overall by the CQC and good for each of five questions.
It supports 140 people. Records of medicines could be clearer."#,
    ),
    (
        "debate",
        r#"# Debate over academy plan for pupil referral unit
Parents in Salford are divided over a plan to hand the borough's pupil referral unit to a trust.
The unit was called inadequate by Ofsted in March. Inspectors found that alternative provision was poor and that pupils with special educational needs were let down.
The council's cabinet will decide in July."#,
    ),
    (
        "dfe adviser note",
        r#"# A note on our improvement journey
Since the focused visit two years ago, when inspectors raised priority actions about the front door, Walsall's children's services have changed a great deal.
There is a new director, a new building and a new way of working. Re-referrals have dropped by a fifth.
This page tells partners what comes next."#,
    ),
];

const RESULTS: &[Page] = &[
    (
        "Barnsley: childrens-services, inspection",
        r#"# Proud of our people
18 October 2023
Barnsley's children's services are good. That is the verdict of Ofsted, whose team spent a week with us in September.
They met young people, foster carers and social workers, sat in on visits and read files. They gave every part of the service the same mark: good.
It makes a change from 2018, when early help was still finding its feet.
Join us! We are recruiting social workers now."#,
    ),
    (
        "Bath and North East Somerset: send, inspection",
        r#"# Schools and nurseries praised, but families wait too long
Inspectors have praised schools, nurseries and colleges in Bath and North East Somerset for the way they look after children with special educational needs and disabilities.
But waits for health services are too long, says the report by Ofsted and the Care Quality Commission, published today (3 July 2024). It found that the local area partnership's arrangements lead to inconsistent experiences and outcomes.
The headteacher of a special school in Keynsham said that she recognised the picture.
A full inspection follows within three years."#,
    ),
    (
        "Leicester: childrens-services, inspection",
        r#"# Leicester City Council
Minutes of the meeting of the Cabinet held on 14 December 2021
Present: the City Mayor (chair), seven members
1. Apologies: none.
2. Minutes of the last meeting: agreed.
3. Ofsted inspection of children's services
The strategic director presented the report of the inspection carried out in September and October 2021. The overall judgement was requires improvement to be good. Members noted that inspectors were concerned about supervision. An action plan would be brought to the next meeting.
4. Budget monitoring: noted."#,
    ),
    (
        "Hillingdon: adult-social-care, inspection",
        r#"# Team talk: news for adult social care staff
Issue 41
We did it! The CQC has published its assessment of Hillingdon's adult social care and has rated the council good.
Assessors who came in November found kind, skilled staff and good work with providers. They would like people to wait less time for equipment.
Other news
The staff survey closes on Friday. Nominations for the staff awards are open."#,
    ),
    (
        "Wiltshire: send, inspection",
        r#"# Wiltshire's SEND services get the best result there is
The partnership in Wiltshire has been told by Ofsted and the CQC that its arrangements typically lead to positive experiences and outcomes for children and young people with SEND.
More than 1,100 parents and carers answered the inspectors' survey in October 2025.
The next inspection is expected in about five years."#,
    ),
    (
        "Blackpool: childrens-services, inspection",
        r#"# Ofsted: children left at risk in Blackpool
December 2018
Blackpool's children's services have been rated inadequate by Ofsted.
A peer review last year had warned the council of weaknesses, and a commissioner's report is expected in the spring.
Inspectors who came in November found that children wait too long for help, that thresholds are not understood and that staff turn over too fast.
The council has apologised to families."#,
    ),
    (
        "Sefton: adult-social-care, inspection",
        r#"# Sefton's adult social care requires improvement, says CQC
The Care Quality Commission has rated Sefton Council's adult social care as requires improvement.
Care homes, of which Sefton has more than most, were praised. So were hospital discharges.
Of the 80 councils assessed so far 50 are good and 24 require improvement."#,
    ),
    (
        "Staffordshire: jtai, inspection",
        r#"# Joint inspection: how well does Staffordshire protect children from neglect?
Inspectors from Ofsted, the CQC and HM Inspectorate of Constabulary have written to Staffordshire County Council, Staffordshire Police and the NHS after a joint targeted area inspection in May 2024.
They found strong partnerships and committed staff. Police officers should be quicker to pass on what they know, and health visitors need access to records.
A plan has to be sent to Ofsted by November."#,
    ),
    (
        "nowhere: send, inspection",
        r#"# The joint inspection letter
Her Majesty's Chief Inspector has published the letter that sets out what Ofsted and the Care Quality Commission found when they inspected our local area.
It has decided that a Written Statement of Action is needed because of significant weaknesses in:
1. how the area plans services together
2. the quality of education, health and care plans
3. transitions to adult life
We will publish the statement here."#,
    ),
    (
        "Central Bedfordshire: send, revisit",
        r#"# SEND revisit: work still to do in Central Bedfordshire
Inspectors have been back to look at what has changed for children with SEND since 2019.
The letter from Ofsted and the CQC says that Central Bedfordshire has made sufficient progress in two of the three areas of significant weakness. EHC plans still are not good enough.
The council and the clinical commissioning group said they were disappointed.
14 September 2022"#,
    ),
    (
        "Slough: childrens-services, inspection",
        r#"# Slough children let down, says watchdog
Ofsted has graded children's services in Slough inadequate for the third time, while neighbouring Buckinghamshire and Windsor and Maidenhead are both good.
The report, published on 3 April 2023, says that children in the town wait too long to be seen and that leaders were slow to act.
Slough Children First, the company which runs the services, said that it was already making changes."#,
    ),
    (
        "Tameside: childrens-services, focused-visit",
        r#"# Ofsted letter after visit to Tameside's front door
Ofsted has published a letter about its focused visit to Tameside children's services on 4 and 5 March 2020.
Inspectors looked at how contacts and referrals are dealt with. They said that the front door is safe, but that supervision is not recorded well and that managers should challenge more.
The council will be ready for the next full inspection, said the cabinet member."#,
    ),
    (
        "Isle of Wight: childrens-services, monitoring-visit",
        r#"# Fourth monitoring visit sees pace pick up
Ofsted says that children's services on the Isle of Wight are moving in the right direction.
In a letter after their fourth monitoring visit inspectors wrote that care leavers get better help than a year ago. Pathway plans, though, are not updated often enough.
The services have been rated inadequate since 2019. The council hopes for a better grade at its re-inspection next year."#,
    ),
    (
        "Portsmouth: youth-justice, inspection",
        r#"# Inspectors praise Portsmouth's youth justice team
Portsmouth Youth Justice Service has received an overall rating of 'Good' from HM Inspectorate of Probation.
It was awarded 24 points out of 36. Resettlement was 'Outstanding'.
Staff know the children and their families. Reparation work was praised by the chief inspector.
The police and crime commissioner said the service was an example to the rest of the country, where half of all services are good."#,
    ),
    (
        "Essex: send, inspection",
        r#"# Council boss 'truly sorry' as SEND failings laid bare
By Local Democracy Reporter
The leader of Essex County Council has apologised to families after inspectors found widespread and systemic failings in special educational needs services.
The report, out on Tuesday, follows a visit in April 2024 by Ofsted and the CQC. It sets three areas for priority action.
A petition for the resignation of the cabinet member has gathered 900 names.
The council will spend £4m on an improvement plan, which goes to full council next month."#,
    ),
    (
        "Wigan: childrens-services, inspection",
        r#"# From the bottom to 'good' in four years
In 2018 Ofsted put Wigan's children's services in its lowest category. This week it has called them good.
Inspectors returned in May 2022 and found a service transformed, with stable teams and confident leaders.
A recruitment drive and a new academy for social workers lie behind the change. It was runner-up in a national award."#,
    ),
    (
        "Cornwall: adult-social-care, inspection",
        r#"# CQC finds Cornwall's adult social care is good
Care homes, home care agencies and day centres in Cornwall are supported well by their council, the Care Quality Commission has found.
Assessors rated Cornwall Council good, with a score of 68, for how it meets its duties under the Care Act.
Hospitals and the council should plan discharges earlier.
The council is consulting on a new carers' strategy."#,
    ),
    (
        "Liverpool: send, inspection",
        r#"# Special needs services told to write action plan
Councillors heard on Thursday that Liverpool's services for children with special educational needs have serious weaknesses.
A joint inspection by Ofsted and the Care Quality Commission in January 2019 concluded that the city must draw up a Written Statement of Action.
Waits for assessment are long and plans are poor, the education committee was told.
The strategy for inclusion will be rewritten and families will have their say."#,
    ),
    (
        "Kingston upon Hull: childrens-services, inspection",
        r#"# Director resigns as Hull's children's services are rated inadequate
The head of children's services at Hull City Council has resigned on the day that Ofsted gave her department its lowest grade.
The report, published on 9 January 2024, says that children are not safe and that leaders have lost their grip.
Recruitment of a successor begins this month."#,
    ),
    (
        "Merton: send, inspection",
        r#"# Thank you, Merton
A note from the head of SEND to all schools
Dear colleagues,
In November I wrote that inspectors were on their way. Their report came out this morning and I could not be happier: Ofsted and the CQC say that Merton's arrangements typically lead to positive experiences and outcomes.
Your nurseries, schools and colleges did this.
Have a good half-term. The staff survey is still open."#,
    ),
    (
        "nowhere: childrens-services, inspection",
        r#"# Ofsted says our services are good
March 2024
Our children's services have been rated good overall by Ofsted after their inspection in January.
Leaders, inspectors wrote, know their services inside out. They asked us to look again at how we record supervision.
Thank you to every social worker, foster carer and partner."#,
    ),
    (
        "Doncaster: childrens-services, inspection",
        r#"# Trust disappointed with Ofsted grade
Doncaster Children's Services Trust has said it is disappointed after Ofsted decided that children's social care in the town requires improvement to be good.
The verdict, in April 2022, comes five years after inspectors called services good.
Care leavers do well. But some children wait too long before they are protected."#,
    ),
    (
        "Herefordshire: send, inspection",
        r#"# My monthly letter: Herefordshire's SEND inspection and more
Dear constituent,
Many of you write to me about special educational needs. So I read Ofsted and the CQC's report on Herefordshire, out on 16 January 2025, as soon as it appeared.
In short: experiences and outcomes for children are inconsistent. Waits for autism assessments are too long.
On other matters, I have launched a survey about rural buses, and my petition on the bypass has 4,000 names."#,
    ),
    (
        "Manchester: childrens-services, inspection",
        r#"# Good for Manchester
Despite a shrinking budget and rising demand, Manchester's children's services have held on to their 'good' rating.
Ofsted's inspectors were in the city for two weeks in April 2024. They praised early help and asked for quicker decisions about permanence.
The vacancy rate has halved since 2021."#,
    ),
    (
        "Birmingham: adult-social-care, inspection",
        r#"# CQC verdict on Birmingham's adult social care: requires improvement
The Care Quality Commission published its rating of the city council today, 5 December 2024. Waits for assessments are too long."#,
    ),
    (
        "Nottingham: send, inspection",
        r#"# To parents and carers in Nottingham
Dear parents and carers,
Thank you to everybody who filled in the survey or came to a coffee morning while inspectors were here in September.
The result was made public today. Ofsted and the CQC found that our partnership's arrangements lead to inconsistent experiences and outcomes for children and young people with SEND.
We are sorry where we have let you down. Priority one is the waiting list for speech and language therapy.
Yours sincerely"#,
    ),
    (
        "Derbyshire: send, revisit",
        r#"# Governing Body paper 11: SEND
Purpose: for information
Members are asked to note the outcome of the SEND revisit to Derbyshire. Inspectors from Ofsted and the CQC were in the county from 4 to 6 May 2021. They found that sufficient progress had been made in all of the areas of significant weakness.
NHS England will stand down its monitoring.
Finance: the budget is overspent by £0.2m."#,
    ),
    (
        "Bracknell Forest: jtai, inspection",
        r#"# How Bracknell Forest protects babies: what inspectors saw
In a joint targeted area inspection in November 2025 four inspectorates looked at how unborn babies and infants are kept safe.
They praised midwives and the police. Partners should share information sooner before a birth, and assessments of fathers need to be stronger.
The letter is on Ofsted's website."#,
    ),
    (
        "Doncaster: childrens-services, inspection",
        r#"# Chief executive's message
Hello all. You'll have heard by now, but let me put it in writing: we are a GOOD service.
Ofsted's report on Doncaster's children's services went up on the website this morning (25 March 2024). Inspectors rated us good overall and for leaders, and said that care leavers get a good service too.
Two things to work on: the quality of supervision, and letters to children.
Recruitment update: eleven starters this month."#,
    ),
    (
        "Brighton and Hove: youth-justice, inspection",
        r#"# Brighton youngsters get outstanding help to turn lives round
Brighton & Hove's youth justice service has been rated outstanding by HM Inspectorate of Probation.
Neighbouring East Sussex and West Sussex were inspected last year.
The inspectors' report, which was published on 12 July 2023, says that staff go the extra mile and that schools and police work closely with them."#,
    ),
    (
        "Wakefield: send, inspection",
        r#"# Headteachers' briefing
Number 14, July 2017
SEND inspection letter. Ofsted and CQC have sent Wakefield the letter on their visit in June 2017. The local area has to produce a written statement of action because of significant weaknesses in joint commissioning and in the quality of plans.
Ofsted training for heads is on 9 September. School admissions: the budget for appeals is frozen."#,
    ),
    (
        "Isle of Wight: childrens-services, inspection",
        r#"# "We are sorry": council leader's statement
The leader of the Isle of Wight Council made this statement today, 8 November 2018.
"Ofsted has today judged our children's services to be inadequate. To every child whom we failed I say sorry."
The report of the inspection in September says that children are left at risk for too long and that managers do not check work.
An improvement board, led by an independent chair, meets next week."#,
    ),
    (
        "Peterborough: adult-social-care, inspection",
        r#"# Adult care in Peterborough below standard, regulator says
People in Peterborough can wait months for a care assessment, the Care Quality Commission has found.
The city council scored 58 per cent and was rated as requires improvement, the third lowest of four grades. Six in ten councils assessed to date are good.
A spokesperson for the council said its budget for care had gone up by a fifth."#,
    ),
    (
        "Brent: childrens-services, focused-visit",
        r#"# What Ofsted said about Brent's care leavers
Two inspectors spent two days with Brent's leaving care team in February 2022 in what is called a focused visit.
Their letter, now published, says that young people are proud of where they live but that too few have a permanent worker, and that health passports are not always given.
One of the team had just won an award for her work."#,
    ),
    (
        "Kent: adult-social-care, inspection",
        r#"# Kent adult social care: assessment published
Our residents' survey last year told us that people trust our care staff. Now an independent assessor has had its say too.
The Care Quality Commission's report on Kent County Council was published on 8 May 2025. The council is rated 'requires improvement' overall, with a score of 60.
Waiting lists have come down by a third since the assessors left."#,
    ),
    (
        "Bedford: childrens-services, inspection",
        r#"# @BedfordCouncil thread
1/ We have news! Ofsted has rated our children's services GOOD
2/ The inspectors were here for a fortnight in June 2024. They say children in Bedford are safer than they were.
3/ There is more to do: return home interviews must be quicker
4/ Huge thanks to our brilliant teams. Want to join them? See our jobs page"#,
    ),
    (
        "Kent: send, inspection",
        r#"# Kent's SEND services condemned
Listen again: Drivetime, 4 May 2023
A report out today paints a bleak picture of help for children with special educational needs in Kent. Ofsted and the Care Quality Commission talk of widespread and systemic failings.
Our reporter has spoken to three families. "It took a tribunal to get him into school," one told her.
The county council says sorry and promises change."#,
    ),
    (
        "Cheshire East: adult-social-care, inspection",
        r#"# Publication of CQC local authority assessment report
Cheshire East Council
1. The Care Quality Commission published the report of its assessment of the Council on 21 March 2025.
2. The overall rating is requires improvement, with a score of 56.
3. The areas that need to improve are waiting times, support for unpaid carers and the use of data.
4. A report on the improvement plan will be taken to Adults and Health Committee in June."#,
    ),
    (
        "Gateshead: send, inspection",
        r#"# Hi, we're the Young Inspectors!
Last winter real inspectors came to Gateshead to see how young people with SEND are getting on. They talked to us too and we had biscuits.
Now their report is out. It says our experiences and outcomes are inconsistent. That means that it's great for some of us and not for others.
Things they want to get better: waiting lists, and getting ready to be an adult.
We're going to check that it happens!"#,
    ),
    (
        "Oldham: youth-justice, inspection",
        r#"# Youth justice in Oldham needs work, watchdog finds
Too little is done to keep children on court orders safe in Oldham, a report says.
The Inspectorate of Probation, which visited in May 2021, gave the borough's youth justice service an overall grade of 'requires improvement'.
It made seven recommendations. Management board meetings should be better attended.
Greater Manchester's probation service was inspected separately."#,
    ),
    (
        "Haringey: childrens-services, inspection",
        r#"# Haringey sheds its past
It will for ever be linked with Baby P. But yesterday, 3 March 2023, Haringey got a 'good' for its children's services, the first in its history.
Ofsted's report speaks of a tenacious workforce and of leaders who know where they need to improve.
Politicians of all parties welcomed it. The director warned against complacency: budgets are tight."#,
    ),
    (
        "Blackburn with Darwen: send, inspection",
        r#"# Your SEND news - July 2017
Hello from the local offer team.
Inspection news
In May Ofsted and the Care Quality Commission looked at how Blackburn with Darwen supports children with special educational needs and disabilities. Their letter is now on our website. We do not have to write a statement of action.
Summer fun
Swimming for families, 3 August. Autism-friendly cinema, 10 August.
Survey
Tell us what you think of the local offer."#,
    ),
    (
        "Birmingham: jtai, inspection",
        r#"# Domestic abuse: how well are children in Birmingham protected?
The letter about a joint targeted area inspection of Birmingham has been published today, 9 December 2022.
Inspectors from three inspectorates found good work by the police and by schools. But social workers' caseloads are high and some children wait too long for an assessment.
The Safeguarding Partnership will send in a plan within 70 days."#,
    ),
    (
        "Sheffield: childrens-services, inspection",
        r#"# Judge's praise, and now Ofsted's
Family court judges have long spoken well of Sheffield's social workers. Now Ofsted has rated the city's children's services good, its report of 24 July 2019 shows.
Help and protection is good too. Inspectors asked for better life-story work."#,
    ),
    (
        "Central Bedfordshire: send, monitoring-visit",
        r#"# Inspectors note progress on SEND
Ofsted and the CQC have been back to Central Bedfordshire to see whether effective action has been taken since they found systemic failings.
At the monitoring inspection in March 2025 they saw effective action in one of the three priority areas but not in the other two.
The integrated care board's chief nurse said the pace would pick up."#,
    ),
];

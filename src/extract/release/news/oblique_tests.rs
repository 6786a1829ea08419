//! Pages of our own in other words than most: what is no result of one area, and results told obliquely.

use super::tests::{nothing, results};

#[test]
fn others_results_plans_and_passing_mentions_are_none() {
    nothing(&[
        (
            "home run by council",
            r#"# Sunny Bank rated outstanding for second year running
Staff at Sunny Bank, which is run by Wakefield Council and offers short breaks to disabled children, are celebrating after Ofsted gave it the top grade.
The inspector who called in July said that children make exceptional progress and that leaders inspire their teams. Overall experiences and progress of children and young people: outstanding. How well children are helped and protected: good. The effectiveness of leaders and managers: outstanding.
Councillor Ann Hope, who leads on children's services, said: "This is a wonderful place.""#,
        ),
        (
            "domiciliary council cqc",
            r#"# Council's home care team praised by CQC
Calderdale Council's reablement team, which helps people get back on their feet after a hospital stay, has kept its good rating from the Care Quality Commission.
Inspectors found the service safe, effective, caring, responsive and well-led. People told them that staff "never rush me".
The adult social care team supports around 900 residents every year."#,
        ),
        (
            "care home closure",
            r#"# Families fear for future as home is told to improve
Relatives of people living at The Laurels in Northallerton are anxious after the Care Quality Commission rated it inadequate.
Inspectors found medicines mislaid and too few staff at night. North Yorkshire Council's adult social care department has stopped placing people there and said it was working with the owner.
The home must send the CQC an action plan by the end of the month."#,
        ),
        (
            "fostering agency",
            r#"# Fostering firm shines
Bright Futures Fostering, which looks after 80 children for Leeds and other councils, has been rated outstanding by Ofsted.
The report, published on 4 June, says that foster carers are "exceptionally well supported". Children in care told inspectors they feel part of the family."#,
        ),
        (
            "council reports housing, mentions rating",
            r#"# New homes for young people leaving care
Work has started on twelve flats for care leavers in Stockport.
The flats, which will cost £2.4m, will open next autumn. Each young person will have a support worker.
Stockport Council's children's services were rated good by Ofsted in 2022, and inspectors asked for more choice of housing for care leavers.
"Everybody deserves a good start," the leader said."#,
        ),
        (
            "planned CQC",
            r#"# Getting ready for our CQC assessment
Adult social care teams across Trafford are preparing for their first assessment by the Care Quality Commission, which is expected this winter.
Nine quality statements will be looked at, and the council will be rated outstanding, good, requires improvement or inadequate. Our self-assessment says we believe that we are good.
If you use our services you may be asked to speak to an inspector."#,
        ),
        (
            "under way",
            r#"# Ofsted inspectors in Hounslow this week
A team of inspectors began a full inspection of children's services in Hounslow on Monday.
They will spend two weeks reading case files, speaking to social workers and meeting children in care and care leavers. The service was rated good when it was last inspected in 2018.
The outcome is expected in January."#,
        ),
        (
            "recruitment",
            r#"# Why work in Telford?
We are one of a handful of councils rated outstanding by Ofsted. Our social workers have caseloads of 15 or fewer, and we mean it.
Inspectors said: "Children in Telford and Wrekin receive exceptional support from social workers who know them well."
We're looking for experienced social workers in our safeguarding teams. £42,000 plus market supplement. Closing date 12 October."#,
        ),
        (
            "recruitment advert 2",
            r#"# Head of Service, Children in Care (permanent)
Up to £78,400
Inadequate to Good in under three years: that's quite a journey, and we want you to lead the next leg. Ofsted found that children's services in Medway had been transformed.
You'll lead 140 staff. We want inspectors to find us outstanding when they come back.
For an informal chat call Jo on 01634 000000."#,
        ),
        (
            "peer LGA",
            r#"# LGA team gives adult social care a thumbs up
Fellow professionals from four councils spent three days in Dudley to test how ready adult social care is for inspection.
They found passionate staff and strong partnerships but said waiting lists for assessment were too long and data was not used well enough.
Dudley Council invited the team, which was put together by the Local Government Association, and will now draw up an action plan."#,
        ),
        (
            "peer 2 partners in practice",
            r#"# Essex social workers help Torbay improve
Practitioners from Essex, which is rated outstanding, have spent a week in Torbay looking at how its children's services deal with new referrals.
They saw decisions made promptly and thought managers' oversight was stronger, but said that chronologies were missing in some files.
It was the third such visit since Torbay was found to be inadequate."#,
        ),
        (
            "national Ofsted report areas named",
            r#"# Ofsted: too many children with complex needs in illegal homes
Hundreds of children are living in unregistered homes because councils cannot find anywhere else, Ofsted has said in its yearly look at children's social care.
The chief inspector said that places like Hertfordshire and Leeds had shown what could be done. Nationally, 62 per cent of authorities are now good or outstanding.
Too many areas wait too long to act, she said."#,
        ),
        (
            "national CQC state of care",
            r#"# State of Care: councils struggle with waiting lists
The Care Quality Commission has warned that people across England wait too long for a care assessment.
In the first 40 assessments of local authorities it gave 24 a good rating and 15 requires improvement; only one, Camden, was found outstanding. In one council, Suffolk, inspectors saw a promising use of technology."#,
        ),
        (
            "roundup two",
            r#"# Good news and bad news for Berkshire's SEND families
Two reports on services for children with special needs were published today. In Bracknell Forest inspectors found inconsistent experiences and outcomes. In Wokingham, by contrast, they found that arrangements typically lead to positive experiences.
Both areas were visited in the spring by Ofsted and the CQC."#,
        ),
        (
            "roundup newsletter",
            r#"# Regional digest: inspections this month
Gateshead: children's services outstanding.
Sunderland: children's services outstanding (again).
South Tyneside: good, with care leavers outstanding.
Hartlepool: focused visit to the front door, letter published 3 June."#,
        ),
        (
            "policy",
            r#"# Government to rip up SEND system
Ministers will publish a white paper on special educational needs and disabilities in the autumn, the education secretary said.
Education, health and care plans cost too much and parents have to fight for them, she told MPs. Ofsted and the CQC found in Oldham, Bury and elsewhere that there were systemic failings.
Council leaders welcomed the news."#,
        ),
        (
            "self assessment",
            r#"# How good are we? Our annual self-evaluation of children's services
Each year we tell Ofsted how we see ourselves. This year's document says that the help children in Redbridge get is good, that our services for children in care are good and that those for care leavers are outstanding.
There are areas to improve: the quality of supervision, the timeliness of return interviews, and the stability of placements.
Next month we discuss it with inspectors at our annual conversation."#,
        ),
        (
            "politician demand",
            r#"# MP calls for inspectors to go back to Croydon
Ofsted must return to Croydon at once, the MP for the south of the borough has said, after a fourth family complained about its SEND team.
"These are systemic failings," he said. "Parents wait a year and a half for a plan."
The council said it was investing in the service."#,
        ),
        (
            "police",
            r#"# Force requires improvement at protecting children
Humberside Police requires improvement at how it protects vulnerable children, inspectors have said.
His Majesty's Inspectorate of Constabulary looked at 73 cases in Hull, the East Riding and Grimsby. It found that officers did not always listen to children and that risk was missed.
Hull City Council said it would go on working with the force."#,
        ),
        (
            "probation",
            r#"# Probation unit rated inadequate
HM Inspectorate of Probation has rated the Bedfordshire probation delivery unit inadequate after an inspection in September.
Inspectors said that the risk of harm was not assessed properly in two of every three cases and that staff shortages were acute.
Luton, Bedford and Central Bedfordshire councils are partners."#,
        ),
        (
            "virtual school event",
            r#"# Children in care honoured at annual ceremony
More than 120 young people were applauded at Salford's annual awards evening for children in care and care leavers.
The service's corporate parenting was described as outstanding by Ofsted, and the evening is a highlight of the year. The mayor handed out the prizes."#,
        ),
        (
            "ofsted new framework",
            r#"# What the end of the overall grade means
From April Ofsted will stop giving councils an overall effectiveness grade for children's services. Instead there will be four judgements.
Knowsley's director of children's services said the change was right. "A single word never told our story," she said. Knowsley was rated good overall last year."#,
        ),
        (
            "improvement board wound up",
            r#"# Improvement board meets for the last time
The independent board that has overseen children's services in Bradford for four years held its final meeting on Tuesday.
It was set up after Ofsted rated the service inadequate. The chair said that the job was done and thanked partners.
A new commissioner will report to ministers in March."#,
        ),
        (
            "statutory notice",
            r#"# Northamptonshire: government ends intervention
The Department for Education has lifted its statutory direction on children's services in West Northamptonshire.
The minister said that sustained improvement had been made since inspectors found the services inadequate.
Northamptonshire Children's Trust will carry on running them."#,
        ),
        (
            "improvement plan approved",
            r#"# Councillors sign off SEND plan
Cabinet members in Southend have approved the local area partnership's priority action plan.
It sets out how the council and the NHS will cut waits for EHC plans, sort out speech and language therapy and talk to families better. Ofsted and the CQC, who inspected in March last year, found widespread and systemic failings.
£1.2m will be spent over two years."#,
        ),
        (
            "progress update campaign page",
            r#"# SEND improvement: what we've done since the inspection
Ten new educational psychologists. 300 more special school places. A phone line that's answered.
Twelve months ago we promised families in Halton that things would change. Here's an update on the plan: 41 of 60 actions are done, 12 are on track and 7 are late.
We'll be ready when Ofsted and the CQC come back."#,
        ),
        (
            "ombudsman",
            r#"# Mother gets £6,200 after council failed her son
Surrey County Council took 58 weeks to issue an education, health and care plan, the Local Government Ombudsman found.
It upheld the complaint and told the council to pay. Surrey's SEND services were inspected by Ofsted and the CQC in 2023, when experiences were found to be inconsistent."#,
        ),
        (
            "court",
            r#"# Judge criticises council over care case
A family court judge has said that Nottingham's children's services were guilty of "inexcusable delay" in a case about two brothers.
The council, rated inadequate by Ofsted in 2022, apologised to the court."#,
        ),
        (
            "petition",
            r#"# Parents hand in petition on transport
More than 2,000 people have asked Devon County Council to think again about home-to-school transport for pupils with SEND.
Campaigners point out that inspectors from Ofsted and the CQC found four areas of significant weakness in 2018."#,
        ),
        (
            "consult",
            r#"# Have your say on our SEND strategy
We want to hear from parents, carers and young people in Barnet about our plans for the next five years.
The draft has four priorities: earlier help, better plans, shorter waits and smoother moves into adulthood. Ofsted's inspectors told us in 2024 that experiences were typically positive but that we must keep on improving annual reviews.
The survey closes on 14 February."#,
        ),
        (
            "director profile",
            r#"# Meet the new boss
Sarah Lane has taken over as director of children's services at Plymouth City Council.
She joins from Hull, where under her the service went from inadequate to good, Ofsted said in 2022. In Plymouth a focused visit found weaknesses in the front door.
"I can't wait to start," she said."#,
        ),
        (
            "awarded social worker",
            r#"# Social worker of the year named
A social worker who helped a council out of special measures has won a top award.
Priya Shah leads a team in Reading, where Brighter Futures for Children was rated good for its adoption service by Ofsted. Judges said her commitment was outstanding."#,
        ),
        (
            "ofsted letter to council annual convo",
            r#"# Annual conversation with Ofsted
Report of the Director of Children's Services to the Children's Panel, 11 March 2025
Purpose: to inform members of the annual engagement meeting between Ofsted and the London Borough of Barking and Dagenham on 4 February.
The meeting looked at the self-evaluation. Inspectors heard about progress on the recommendations from the inspection of July 2023. No judgement is made at an annual conversation. The next inspection is likely within a year."#,
        ),
        (
            "safeguarding review",
            r#"# Report finds agencies missed chances to save boy
Agencies in Solihull missed at least five chances to protect a six-year-old, a review has found.
The panel said that information was not shared and that the child's voice was lost. A joint targeted area inspection of the city's neighbours took place at the same time.
Recommendations are made to the council, police and NHS."#,
        ),
        (
            "registered supported housing",
            r#"# Supported accommodation provider first in Wigan to be judged by Ofsted
A charity that houses 16- and 17-year-olds in Wigan is among the first supported accommodation providers in the country to be inspected by Ofsted.
It was found to deliver consistently strong services. Care leavers in the borough helped to write the bid."#,
        ),
        (
            "family hub opens",
            r#"# Family hub opens its doors
A new family hub in Barking offers help with everything from weaning to debt.
It is part of an early help offer that Ofsted has called "impressive". The leader of the council cut the ribbon."#,
        ),
        (
            "charity report",
            r#"# Charity slams SEND waits in Lancashire
Families in Lancashire are being failed, according to a report by the charity SEN Voices.
It asked 400 parents. Two thirds had waited more than the legal 20 weeks. The charity wants Ofsted and the CQC to inspect the area again.
The county council said it was working hard."#,
        ),
        (
            "integration pilot JTAI announce",
            r#"# Inspectors coming to look at domestic abuse
Tower Hamlets has been told that a joint targeted area inspection will start next Monday.
Inspectors from Ofsted, the CQC, HMICFRS and HMI Probation will be here for five days. They will look at how well agencies help children who are victims of domestic abuse.
A letter will be published in about eight weeks."#,
        ),
        (
            "school inspected with local authority mention",
            r#"# 'We let children with SEND down' admits head
A secondary in Dartford has been downgraded from good to inadequate.
Ofsted says that pupils with special educational needs and disabilities do not get the help they need. Kent County Council said that it would support the school."#,
        ),
        (
            "cqc section ics",
            r#"# CQC publishes how it will assess integrated care systems
The Care Quality Commission will start full assessments next year, it has announced.
Two pilots, in Birmingham and Solihull and in North East London, found strong leadership. No ratings were given."#,
        ),
        (
            "ofsted early years report",
            r#"# Childminder in Stroud meets all standards
Ofsted visited a childminder in Stroud in February.
Children make good progress and parents are pleased. Gloucestershire County Council keeps a list of childminders."#,
        ),
        (
            "commercial provider",
            r#"# Care group sees profits rise as inspectors give green light
Shares in Homely Care rose 4 per cent after 92 per cent of its homes were rated good or outstanding by the CQC.
The company, based in Poole, works for 40 councils, among them Dorset and BCP."#,
        ),
        (
            "regulation adoption",
            r#"# Regional adoption agency 'good' in first inspection
Adoption in Merseyside has been rated good by Ofsted in one of the first inspections of regional adoption agencies.
It finds families for children from Liverpool, Wirral, Sefton and Knowsley. Inspectors liked the support after adoption."#,
        ),
        (
            "q and a mention",
            r#"# Your questions answered
Q. Is it true that the council's children's services were inspected?
A. Not this year. The last inspection, in 2021, rated us good.
Q. When will the pool reopen?
A. In May, we hope.
Southwark News, page 4"#,
        ),
        (
            "complaint about rating",
            r#"# Opposition says rating 'should shame the council'
Tory councillors in Sandwell have called for a debate on children's services, four years after inspectors called them inadequate.
The trust that has run them since then says it has turned a corner. The motion will be heard on 14 July."#,
        ),
        (
            "ofsted praise single",
            r#"# Minister visits family centre
The children's minister dropped in at a family centre in Camden to see how mothers with young babies are helped.
Camden's children's services are outstanding, in Ofsted's view, and its family group conferences are copied by other councils."#,
        ),
    ]);
}

#[test]
fn results_are_heard_however_they_are_told() {
    results(&[
        (
            "Sandwell: childrens-services, inspection",
            r#"# Trust out of the bottom drawer at last
Sandwell Children's Trust no longer fails the children in its charge, say inspectors, who have awarded it a 'requires improvement to be good'.
It was June 2022 when eight of them turned up. What they saw, a report published on 15 March 2023 makes plain, was solid if uneven progress.
The biggest gap is in life story work."#,
        ),
        (
            "Hartlepool: adult-social-care, inspection",
            r#"# HARTLEPOOL, 8 August 2024 - Care services for adults are good, according to the regulator.
The Care Quality Commission scored the council 68 per cent. People were treated with kindness and got help quickly, it said in its report. Carers, though, were sometimes left out of decisions."#,
        ),
        (
            "Stoke-on-Trent: send, inspection",
            r#"# Stoke-on-Trent Local Area Partnership: outcome of inspection
Our partnership has had its inspection report. The lead inspector judged that children with additional needs have inconsistent experiences and outcomes here.
We have been asked to shorten the wait for an autism assessment and to write better plans.
23 May 2024"#,
        ),
        (
            "West Northamptonshire: childrens-services, focused-visit",
            r#"# https://www.northantschildrenstrust.example/news/2024/focused-visit
Ofsted letter on care leavers
In February two inspectors came to West Northamptonshire for a focused visit about care leavers. Their letter says most personal advisers keep in touch well. Housing advice should come sooner."#,
        ),
        (
            "Sefton: send, inspection",
            r#"# Sefton: children let down at every turn
Children in Sefton who cannot walk, speak or learn as others do are being failed by the very bodies that are meant to help them, a damning report reveals.
Ofsted and the Care Quality Commission, in a joint report out on 9 October 2025, say there are widespread and systemic failings that must be dealt with urgently.
Plans are late. Therapies are scarce."#,
        ),
        (
            "Blackburn with Darwen: youth-justice, inspection",
            r#"# Top marks for those who steer youngsters away from crime
Blackburn with Darwen's team for young people in trouble with the law has been graded 'Outstanding' by the probation inspectorate.
Inspectors spoke to victims, magistrates and the boys themselves. One said his worker "saved my life".
Published: 3 March 2025"#,
        ),
        (
            "Stockport: jtai, inspection",
            r#"# Four watchdogs, one verdict on Stockport
Ofsted, the CQC, the police inspectorate and the probation inspectorate were all in Stockport in June to see how well agencies shield children from violence at home.
Their joint letter, out today (14 August 2023), finds that referrals are dealt with swiftly. Health staff should be asked into meetings more often, they say."#,
        ),
        (
            "Wandsworth: childrens-services, inspection",
            r#"# Two outstandings and two goods for Wandsworth
Ofsted published its report on Wandsworth's children's services on 20 October 2026.
Leadership and the experiences of children in care were both found to be outstanding. Help and protection was good, and so was support for care leavers.
A single headline grade is a thing of the past."#,
        ),
        (
            "Oldham: childrens-services, inspection",
            r#"# Statement on Ofsted report - Oldham Council, 5 April 2024
"Today Ofsted has told us that our children's services require improvement to be good. We accept it.
"Inspectors were here in January. They found dedicated staff and children who are safe. They also found that plans are not always good enough.
"We will put this right," said the leader of the council."#,
        ),
        (
            "Enfield: childrens-services, inspection",
            r#"# Director's blog: breathing out
2 April 2019
So it's out. Enfield is good! You'll have read Ofsted's report by now; I've read it five times.
They came in February, and they saw what I see every day. We've two pages of things to do better, not least the way we write to families."#,
        ),
        (
            "Southend-on-Sea: childrens-services, inspection",
            r#"# AGENDA ITEM 7
Report of the Executive Director (Children and Public Health)
Ofsted ILACS inspection outcome
Southend-on-Sea City Council - Cabinet, 12 September 2023
1. Purpose
1.1 To report the outcome of the inspection which took place from 3 to 14 July 2023.
2. Outcome
2.1 The judgements were as follows. Overall effectiveness: good. Impact of leaders: good. Help and protection: good. Children in care: good. Care leavers: requires improvement to be good.
2.2 An action plan is due with Ofsted within 70 days."#,
        ),
        (
            "Cornwall: send, inspection",
            r#"# Kernow families get good news
Most children with special needs in Cornwall have a positive experience, inspectors have found.
It is the best of the three outcomes that an area can get. A joint team from Ofsted and the CQC spent three weeks in the county; their report went online on 30 January 2025.
They want dental checks for children with learning disabilities to be easier to get."#,
        ),
        (
            "Waltham Forest: send, inspection",
            r#"# Waltham Forest SEND inspection letter
8 March 2018
Ofsted and the Care Quality Commission have written to us about their visit in January. We are pleased that no written statement of action is needed.
Strengths include early identification. Some parents do not know about the local offer."#,
        ),
        (
            "Knowsley: send, inspection",
            r#"# Bosses ordered to explain how they will mend SEND services
Knowsley's council and clinical commissioning group must put in writing how they will tackle four serious failings, Ofsted and the Care Quality Commission have ruled.
The written statement of action is due by August. Inspectors, who came in February 2018, said joint commissioning was weak."#,
        ),
        (
            "Cheshire East: send, revisit",
            r#"# They came back, and liked what they saw
Ofsted and the CQC returned to Cheshire East in June 2021. Today's letter says there has been sufficient progress on both of the significant weaknesses found in 2018.
Waits for autism assessments have fallen by two thirds."#,
        ),
        (
            "Swindon: childrens-services, monitoring-visit",
            r#"# Ofsted sees green shoots in Swindon
Swindon's children's services are getting better, but slowly, Ofsted says after a third monitoring visit since the service was found inadequate.
The letter, published on 9 December 2024, looks at children in care. Health assessments are timely. Visits are recorded late."#,
        ),
        (
            "Wakefield: childrens-services, focused-visit",
            r#"# Inspectors check on children at risk of exploitation
Two of Her Majesty's Inspectors visited Wakefield on 8 and 9 October 2019. They looked only at children at risk of exploitation and those who go missing from home.
Their letter to the council says that responses are quick. It asks for return home interviews to be used better."#,
        ),
        (
            "Redcar and Cleveland: childrens-services, inspection",
            r#"# Redcar and Cleveland "not yet good" for children
Ofsted's report of 7 March 2014 says children's services in Redcar and Cleveland require improvement. Adoption performance was good.
Inspectors also reviewed the Local Safeguarding Children Board."#,
        ),
        (
            "Bedford: adult-social-care, inspection",
            r#"# Bedford: CQC assessment result
The council has received a rating of Good for its adult social care.
"People could get the care they needed," assessors wrote. Safeguarding enquiries took too long, they added.
Posted on 14 March 2025"#,
        ),
        (
            "Derby: send, inspection",
            r#"# Derby this week: flood defences, a new headteacher and SEND
The report on special educational needs and disabilities in the city came out on Wednesday (12 June 2024). Ofsted and the CQC conclude that children's experiences and outcomes are inconsistent.
They say that exclusions are too high. The council said it accepted every word.
A new head starts at Bemrose School in September. Flood gates will be shut at night."#,
        ),
        (
            "North East Lincolnshire: childrens-services, inspection",
            r#"# Grimsby children safer, Ofsted says
North East Lincolnshire's children's services have climbed out of the lowest category.
After an inspection in October 2023 Ofsted said the services now require improvement to be good. Staff turnover is lower, but court work is too slow.
Want to be part of it? We are recruiting social workers."#,
        ),
        (
            "Camden: adult-social-care, inspection",
            r#"# First in England: CQC hands top rating to Camden
No council had been given it before. Camden's adult social care is outstanding, said the Care Quality Commission on 7 May 2025, which has now rated 60 of the 153 local authorities.
Unpaid carers would like breaks to be easier to arrange."#,
        ),
        (
            "Barking and Dagenham: send, inspection",
            r#"# Schools in Barking and Dagenham lauded for how they include every child
Mainstream schools are the jewel in the crown of the borough's SEND offer, Ofsted and the CQC have found.
The borough's arrangements typically lead to positive experiences and outcomes, their report of 2 May 2024 says.
Annual reviews of plans should be quicker."#,
        ),
        (
            "Leicester: childrens-services, inspection",
            r#"# 'Not good enough': opposition hits out over Leicester ruling
Opposition councillors have attacked Leicester's record after Ofsted said its children's services still require improvement.
The watchdog inspected in September 2021. Its report, made public on 4 November 2021, says too many children change social worker.
The mayor said the tide was turning."#,
        ),
        (
            "Manchester: childrens-services, inspection",
            r#"# Dear colleague
Re: Ofsted inspection of Manchester's children's services
I write to share the good news that Ofsted today (20 May 2022) published its judgement that our services are good.
This is a tribute to you. We shall now work on the areas for improvement: the timeliness of pathway plans and the quality of return home interviews."#,
        ),
        (
            "Luton: send, inspection",
            r#"# NHS and council respond to inspection
Bedfordshire, Luton and Milton Keynes Integrated Care Board and Luton Council have said they will act together on a report by Ofsted and the Care Quality Commission.
It found inconsistent experiences and outcomes for children in Luton with special educational needs and/or disabilities. The visit was in November 2023.
Inspectors want health needs spotted sooner."#,
        ),
        (
            "Nottinghamshire: send, monitoring-visit",
            r#"# Nottinghamshire monitored
In a monitoring inspection of the Nottinghamshire local area partnership in November 2024, Ofsted and the CQC concluded that leaders have taken effective action on one of two areas for priority action.
Delays in issuing EHC plans remain."#,
        ),
        (
            "Isle of Wight: childrens-services, inspection",
            r#"# Island's children's services 'good'
The Isle of Wight Council is celebrating a clean bill of health: good from Ofsted, three years to the month after it split from Hampshire.
Inspectors visited in November 2023 and speak of children being "known and loved".
Foster carers are in short supply."#,
        ),
        (
            "Slough: childrens-services, inspection",
            r#"# SLOUGH FAILS AGAIN
Another year, another inadequate. Ofsted, which inspected Slough's children's services in January 2019, says in a report out on Monday 4 March 2019 that children are left at risk.
Slough Children's Services Trust said it was bitterly disappointed."#,
        ),
        (
            "Blackpool: adult-social-care, inspection",
            r#"# CQC assessment of Blackpool Council
Overall rating: Requires improvement
Date of assessment: 3 to 7 March 2025
Date published: 18 July 2025
Blackpool is a seaside town with high deprivation. Assessing needs scored 2. Safeguarding scored 3."#,
        ),
        (
            "Peterborough: send, inspection",
            r#"# Family Voice Peterborough responds to SEND inspection
The report on our city's special needs services is out. As parents we're not surprised that Ofsted and the CQC found inconsistent experiences.
The inspectors listened to 212 of us in April 2024. They say communication must get better."#,
        ),
        (
            "Devon: childrens-services, inspection",
            r#"# County Hall reaction to Ofsted
Devon has shaken off the 'inadequate' label that its children's services wore for five years.
Ofsted's inspection, in May 2025, led to a judgement of 'requires improvement to be good'; care leavers, whose support was called inadequate, remain a worry."#,
        ),
        (
            "Bracknell Forest: childrens-services, inspection",
            r#"# Minutes of the Executive, Bracknell Forest Council, 17 October 2017
Matter 5. The Executive Member for Children reported that Ofsted had inspected in June 2017 under the single inspection framework and had judged the services to be good. Members congratulated staff."#,
        ),
        (
            "Solihull: youth-justice, inspection",
            r#"# Solihull: work with young offenders 'must improve'
A report on Solihull's youth offending service, published on 26 January 2021 by HMI Probation, rates it as 'requires improvement'.
Out-of-court disposals were the weakest part. Staff are skilled and caring."#,
        ),
        (
            "Southwark: jtai, inspection",
            r#"# Gangs: how well are Southwark's children protected?
That was the question for a joint inspection in March 2018, by Ofsted, HMICFRS, the CQC and HMI Probation.
Southwark's agencies "know their communities", the inspectors wrote. But too few children have a health assessment, and police do not always tell the council when a child goes missing."#,
        ),
        (
            "Leeds: childrens-services, inspection",
            r#"# Leeds joins the elite
Ofsted has declared Leeds to be 'outstanding' for the way that it looks after its children, making it the first core city to get the accolade.
Seven inspectors came in October and November 2018. All they ask for is swifter help for some older teenagers who are homeless."#,
        ),
        (
            "Westmorland and Furness: childrens-services, inspection",
            r#"# New council's first Ofsted: good
Westmorland and Furness Council, a little over a year old, has been told that its children's services are good.
Inspectors spent two weeks in Kendal and Barrow in May 2024. Leaders hit the ground running, but placements near home are scarce."#,
        ),
        (
            "Kent: adult-social-care, inspection",
            r#"# How Kent cares for its elderly: regulator wants better
Kent County Council 'requires improvement' in how it looks after older and disabled people, the CQC said today, 21 November 2024.
The county's carers feel forgotten. Some waited a year for a review."#,
        ),
    ]);
}

#[test]
fn news_of_others_and_of_what_follows_a_rating_is_none() {
    nothing(&[
        (
            "scrutiny programme",
            r#"# Children's scrutiny: what we'll look at this year
Members agreed a list of topics for 2024/25 when they met on Tuesday.
- Elective home education
- The Ofsted action plan (progress against the six recommendations of May 2023)
- Knife crime
- SEND transport
The first meeting is on 9 September at Bootle Town Hall, Sefton."#,
        ),
        (
            "provider: supported living",
            r#"# Supported living firm in special measures
CQC inspectors have put Bluebell Care, which supports 31 people with a learning disability in Doncaster and Rotherham, into special measures.
People were not safe and staff were not trained, they found. Doncaster Council said that it was finding new support for 12 people."#,
        ),
        (
            "extra care scheme by council",
            r#"# Our extra care housing rated good again
Residents of Rosewood Court are full of praise for the care team, and so is the regulator.
The Care Quality Commission visited the scheme, which is run by Wigan Council, and rated it good in all five areas. "Staff treat me like family," one resident told them."#,
        ),
        (
            "short breaks",
            r#"# Council's short breaks for disabled children 'good'
Ofsted says that children have "fun and friendship" at The Willows in Thurrock.
The home has six beds. Its manager was described as inspirational. Improvements are needed to the way medicines are recorded."#,
        ),
        (
            "peer youth justice",
            r#"# Peers praise youth justice team
A sector-led peer review of Coventry's youth justice service found strong leadership.
The reviewers, from three other services, said that staff know children well. They want victims' voices heard more often. It will help the service to prepare for HM Inspectorate of Probation."#,
        ),
        (
            "DfE visit",
            r#"# Department visits to check on SEND progress
Officials from the Department for Education and NHS England met leaders in Tameside last week for a six-month review of the priority action plan.
They were encouraged by what they saw: "There's clear evidence of impact in four of the six areas."
The plan was drawn up after Ofsted and the CQC found systemic failings."#,
        ),
        (
            "sector adviser",
            r#"# Ofsted's top inspector speaks at conference
Ofsted's national director for social care told directors in Manchester that too many inspections still find poor supervision.
She named no councils but said she had seen outstanding practice in the north east."#,
        ),
        (
            "opening SEND school after report",
            r#"# New special school for Bury will open in 2026
Work begins next month on a school for 120 pupils with autism.
Bury's SEND services came in for heavy criticism from Ofsted and the CQC last year. They said there were not enough places close to home.
The council leader said the school would change lives."#,
        ),
        (
            "extra money after rating",
            r#"# £4m boost for children's services
Councillors in Plymouth have agreed to put £4m more into children's services after a warning from Ofsted.
The money will pay for 30 social workers and a new front door. Inspectors wrote in January that they were seriously concerned.
The vote was 41 to 9."#,
        ),
        (
            "director interview",
            r#"# 'I love this job': Q&A with our new director of adult services
What attracted you to Rotherham? The people.
The CQC is coming soon. Are you ready? I think we're good, with outstanding bits. We'll see what they say.
What do you do to relax? Cold-water swimming."#,
        ),
        (
            "leaving",
            r#"# Farewell to Jill
Jill Moore retires this week after nine years as Bexley's director of children's services.
On her watch Bexley was judged outstanding by Ofsted, the only council in London to be so at the time. "I have been lucky," she told staff at her leaving do."#,
        ),
        (
            "CQC regulator news",
            r#"# Watchdog apologises for late reports
The Care Quality Commission has apologised to councils that waited more than six months for their reports.
Its assessments of Essex, Kent and 11 others were held up by a new computer system. Ratings will be published by March."#,
        ),
        (
            "Ofsted new chief",
            r#"# Ofsted announces changes to how it inspects SEND
Area SEND inspections will in future be led by senior HMI, Ofsted has said.
The three possible outcomes stay the same. A consultation is open until 12 May. Pilots will take place in Cumbria and in Walsall."#,
        ),
        (
            "explained for parents",
            r#"# What happens when Ofsted inspects our local area?
Ofsted and the Care Quality Commission inspect how the council, the NHS and schools work together for children with SEND. This page explains how you can take part.
They look at whether the local area partnership's arrangements lead to typically positive experiences, to inconsistent experiences, or to widespread and systemic failings.
Sheffield's last inspection was in 2018. We do not know when the next will be."#,
        ),
        (
            "mid-inspection letter",
            r#"# Message from the chief executive: inspection week two
Dear colleagues,
Ofsted are now in their second week with us. Thank you to all in children's services who have given up evenings to find files.
Feedback so far has been fair. They have found some strengths and some things that we knew about. We can't share grades until the report is out.
Stockton will know on 14 July."#,
        ),
        (
            "MP debate",
            r#"# Lib Dem MP raises SEND failures in parliament
The MP for Eastbourne asked the minister what she would do about councils where inspectors have found systemic failings.
East Sussex was found to have inconsistent experiences, she said, and families "deserve better than inconsistent".
The minister promised a white paper."#,
        ),
        (
            "legal",
            r#"# High Court quashes council's short breaks cut
A judge has ruled that West Berkshire acted unlawfully when it cut short breaks for children with disabilities.
The council, whose children's services were judged good by Ofsted, will have to think again."#,
        ),
        (
            "ICB assessment",
            r#"# Health board told to do better on SEND
NHS England has rated the Kent and Medway integrated care board as requiring improvement.
It says waits for autism assessments are too long, as Ofsted and the CQC had found in Kent."#,
        ),
        (
            "fostering ad",
            r#"# Could you foster?
Wokingham needs 20 more foster carers this year. You'll get training, £480 a week and a support group that Ofsted called "excellent".
Come to our drop-in on 8 May."#,
        ),
        (
            "commissioner report",
            r#"# Commissioner: trust is right for Northumbria council
A commissioner sent in by ministers has recommended that children's services in Sunderland be moved to a trust.
Inspectors found them inadequate last year. The commissioner's report says the council lacks the capacity to improve on its own."#,
        ),
        (
            "research",
            r#"# Study: outstanding councils spend less
Researchers at Oxford looked at 152 authorities and found that those rated outstanding by Ofsted, such as North Yorkshire and Essex, spend less on children in care."#,
        ),
    ]);
}

#[test]
fn letters_minutes_threads_and_columns_tell_results() {
    results(&[
        (
            "Liverpool: send, inspection",
            r#"# LIVERPOOL CITY COUNCIL
Education and Children's Social Care Scrutiny Committee
Minutes - 16 April 2024
1. Apologies were received from Councillor Hale.
2. The minutes of 20 February were agreed.
3. AREA SEND INSPECTION
The Director introduced the report on the January inspection by Ofsted and the CQC. The outcome was the second of three: inconsistent experiences and outcomes. There were four areas for improvement, of which the timeliness of EHC plans was the one that worried parents most.
Members thanked parents for their part."#,
        ),
        (
            "Kingston upon Thames: childrens-services, inspection",
            r#"# From the Leader
Spring is here, and with it the tulips in Canbury Gardens.
But the best news of the month did not come from the parks team. On 22 April 2024 Ofsted told the world that children's services in Kingston are outstanding. I could not be prouder.
They liked how we help families early. The one thing they want is quicker health checks for children coming into care."#,
        ),
        (
            "Coventry: adult-social-care, inspection",
            r#"# CQC assessment of adult social care in Coventry: questions and answers
Who inspected you? The Care Quality Commission, in November 2024.
What did they say? That we are good. Our overall score was 71 per cent.
What are you going to do better? Carers told the CQC that they did not know where to turn. That's first on our list."#,
        ),
        (
            "Redcar and Cleveland: childrens-services, inspection",
            r#"# Redcar and Cleveland branch newsletter
You will have seen that children's services got 'requires improvement' from Ofsted (report of 4 November 2024). It's not our members' fault.
Caseloads were found to be too high in two teams. We've been saying so for years. Inspectors also said that social workers feel well supported.
Subs go up by 50p in January."#,
        ),
        (
            "Kingston upon Hull: youth-justice, inspection",
            r#"# Hull's work with young offenders wins over inspectors
The probation watchdog says that the team which keeps Hull's teenagers on the straight and narrow does a good job.
HM Inspectorate of Probation looked at 22 cases over the winter. Chief inspector Martin Jones said: "Staff are committed." His report, out on 6 March 2025, calls for stronger work with girls."#,
        ),
        (
            "Milton Keynes: send, inspection",
            r#"# Milton Keynes: 'children with SEND thrive here'
Ofsted and the CQC have given Milton Keynes the best possible outcome for its SEND arrangements.
Their inspectors visited schools, a college and the hospital in May 2025. Children are helped early, and nurseries and schools are inclusive, they say. Waiting times for occupational therapy need to come down."#,
        ),
        (
            "Rochdale: jtai, inspection",
            r#"# Letter praises joint work on neglect
Rochdale's response to children who are neglected has been looked at by four inspectorates at once.
A joint letter, published on 8 August 2024, says that partners "share a determination to help". It asks the safeguarding partners to make sure that schools know what happens after a referral.
Inspectors came from Ofsted, CQC, HMICFRS."#,
        ),
        (
            "Devon: childrens-services, inspection",
            r#"# Statement on the Ofsted report
"Today's Ofsted report on Devon is a disgrace. For the second time in five years our children's services are inadequate.
"Children in care were placed in unregistered homes. Care leavers were forgotten. That is what inspectors found when they came in March 2025.
"I call on the Cabinet Member to consider her position.
"Families will not forget.""#,
        ),
        (
            "Bath and North East Somerset: adult-social-care, inspection",
            r#"# Dear provider
I'm writing to tell you the result of our recent CQC assessment. As of this morning (19 September 2025) Bath and North East Somerset Council holds a rating of Good.
Assessors told us that partners in the care market feel listened to. They'd like us to cut the wait for financial assessments.
Kind regards,
Commissioning team"#,
        ),
        (
            "Gateshead: send, inspection",
            r#"# SEND services in Gateshead get top marks
Ofsted and CQC: typically positive experiences and outcomes. Report published 28 June 2024."#,
        ),
        (
            "Staffordshire: send, inspection",
            r#"# Village Voice, February 2019
County news: Staffordshire has been told to do better for children with special needs. Government inspectors, who came in November, said that parents felt ignored and that plans were poor. The county and the five clinical commissioning groups must now write a statement of action.
Parish news: the clock is mended."#,
        ),
        (
            "North Yorkshire: adult-social-care, inspection",
            r#"# North Yorkshire's care for adults praised in first CQC report
England's largest county has passed the Care Quality Commission's test of how it looks after 12,000 older and disabled residents.
The regulator's report, out on 11 December 2024, awards a good rating and highlights the county's work in villages. Recruitment in the coast towns is a challenge, it adds."#,
        ),
        (
            "Birmingham: childrens-services, focused-visit",
            r#"# Birmingham Children's Trust: Ofsted letter
Two inspectors came to see us on 15 and 16 February 2022. They wanted to know how well we plan for children who cannot live at home.
Their letter says that most plans are clear. But brothers and sisters are not always kept together, and some plans drift.
There is no grade for a visit of this kind."#,
        ),
        (
            "Brighton and Hove: childrens-services, inspection",
            r#"# Brighton & Hove: outstanding!
We've done it. Ofsted's inspectors, who were with us last month, say we are an outstanding authority for children. Our work with care leavers is good.
Published Thursday 30 May 2024"#,
        ),
        (
            "Brent: childrens-services, inspection",
            r#"# Brent's children's services remain good
Ofsted agrees with Brent's own self-evaluation: its services for children are good.
Inspectors visited in February 2023 and published their findings on 3 April 2023. They found a "learning culture" and said there was more to do on the health of care leavers."#,
        ),
        (
            "Leicester: adult-social-care, inspection",
            r#"# City hall blow on day of budget vote
Leicester's adult social care 'requires improvement', the Care Quality Commission said yesterday, hours before councillors approved £23m of cuts.
The regulator, which visited in December 2024, found that 1,200 people were waiting for a care assessment. The city mayor blamed funding.
The budget goes up to full council in March."#,
        ),
        (
            "Shropshire: childrens-services, inspection",
            r#"# Shropshire Council's improvement journey pays off
Ofsted inspectors have recognised the hard work of staff by judging children's services in Shropshire to be good.
The visit was in February 2022. The consultation on the council's next corporate plan will say more about what comes next, the leader said."#,
        ),
        (
            "Newham: childrens-services, inspection",
            r#"# From bottom of the class to 'good': Newham's comeback
It took four years. In 2019 Newham's children's services were called inadequate. Yesterday, 5 September 2022, Ofsted called them good.
Inspectors met 60 children. "I feel safe," said one. The borough still has to find more homes for teenagers."#,
        ),
        (
            "York: childrens-services, monitoring-visit",
            r#"# Latest on York
Ofsted's second monitoring visit to the City of York took place on 3 and 4 July 2024. The letter, now on line, tells of steady progress in the front door.
Repeat referrals are too many, inspectors say. They'll be back in November."#,
        ),
        (
            "Stockport: send, monitoring-visit",
            r#"# Stockport's SEND partnership taking effective action, say inspectors
Ofsted and the CQC carried out a monitoring inspection in Stockport in March 2025 to see what had been done about two areas for priority action.
They concluded that effective action had been taken on both. Parents, they note, still wait too long for replies."#,
        ),
        (
            "Bracknell Forest: send, revisit",
            r#"# SEND re-visit: letter received
In 2018 Bracknell Forest was asked to write a written statement of action. Inspectors from Ofsted and the CQC returned in May 2021 to find out what had changed.
They decided that we have not made sufficient progress in addressing one of the four areas of weakness. The DfE will talk to us about support."#,
        ),
        (
            "Isles of Scilly: childrens-services, inspection",
            r#"# Isles of Scilly: good
The smallest council in England, the Council of the Isles of Scilly, has had its children's services judged good by Ofsted.
Two inspectors crossed from Penzance in June 2019 and stayed for a week. They want better records."#,
        ),
        (
            "Kent: send, inspection",
            r#"# 'We're exhausted': Kent families react to damning SEND report
Jo has fought for three years to get help for her son. So when inspectors from Ofsted and the CQC said this week that failings in Kent are widespread and systemic, she cried.
"At last somebody has listened," she told us.
The report was published on Thursday 15 May 2025. The county council has apologised."#,
        ),
        (
            "Buckinghamshire: childrens-services, inspection",
            r#"# Council moves up from inadequate
By Social Work Weekly staff, 24 February 2022
Buckinghamshire is no longer one of England's inadequate children's services authorities.
Ofsted found that it "requires improvement to be good" when it inspected in December 2021. It had been inadequate since 2014. Neighbouring Oxfordshire is good."#,
        ),
        (
            "Trafford: childrens-services, inspection",
            r#"# What Ofsted said about us - a version for children and young people
Some people called inspectors came to Trafford in September 2024. Their job is to check that the grown-ups are looking after you properly.
They said Trafford is GOOD at this. Hooray!
They also said: write things in your plan so that you can understand them, and help care leavers find a home sooner."#,
        ),
        (
            "Medway: adult-social-care, inspection",
            r#"# Medway must do better by its older people
The first verdict of the national watchdog on how Medway Council supports adults is in: it requires improvement.
CQC assessors said in a report on 6 June 2025 that waits were long and that people from some communities did not get help. Staff were "kind and knowledgeable"."#,
        ),
        (
            "East Sussex: youth-justice, inspection",
            r#"# Outstanding! Youth justice in East Sussex
HM Inspectorate of Probation has rated the East Sussex youth justice service outstanding after a joint inspection with Ofsted, the CQC and the police inspectorate in June 2023.
It is the third service in England to be so rated. Inspectors recommend better use of data."#,
        ),
    ]);
}

#[test]
fn what_others_say_of_a_rating_years_later_is_none() {
    nothing(&[
        (
            "budget with cqc good",
            r#"# Wakefield sets out how it will find £22m
Cabinet members in Wakefield have been told that the council must save £22m over two years.
Adult social care, which the Care Quality Commission rated good in a report last summer, will have to find £6m of it. Fees to care homes will be frozen.
"We'd rather not be here," the finance chief said.
Unison called the plans reckless. A final decision is due on 3 March."#,
        ),
        (
            "care home scandal w council",
            r#"# Council pulls residents out of failing home
Eleven residents have been moved out of a care home in Skegness.
It follows an inspection by the Care Quality Commission which found people left in soiled beds and short of water. The CQC rated the home inadequate overall and began action to cancel its registration.
Lincolnshire County Council's director of adult care said families had been spoken to. "People's safety comes first," he said.
The owner did not want to comment."#,
        ),
        (
            "children's home private",
            r#"# Private children's home to shut after damning Ofsted report
A private children's home near Preston will close after inspectors found "serious and widespread" failings.
Staff had used force when they should not have, and one child went missing 14 times. Ofsted rated it inadequate in all areas.
Lancashire County Council, which had two children there, has moved them."#,
        ),
        (
            "ofsted school plus LA",
            r#"# Ofsted inspectors back Dorset school's SEND work
A Weymouth school where one in three pupils has special needs is "a beacon of inclusion", Ofsted says.
The school has been rated outstanding in every category. Dorset Council's portfolio holder for education sent congratulations."#,
        ),
        (
            "head of probation says youth",
            r#"# Chief inspector: youth justice services are under strain
Youth justice services are doing good work in hard times, the chief inspector of probation says in his yearly round-up.
Of 33 services inspected, five were outstanding, 17 good and 11 required improvement. Leeds was one of those praised for its work with victims.
He called on ministers to give services longer-term money."#,
        ),
        (
            "strategy launch",
            r#"# Launching our children and young people's plan
Our new five-year plan was launched at the Guildhall in York on Monday.
It has six ambitions. One is to be an authority that Ofsted calls outstanding by 2028; we were judged good in 2022.
Young people wrote the foreword."#,
        ),
        (
            "inspection readiness board",
            r#"# Adult social care assurance: where are we?
Purpose: to update the Health and Wellbeing Board on preparations for CQC assurance in Bury.
1. The CQC has told us that our assessment will take place before the end of the year.
2. A mock inspection by former inspectors in March found safeguarding to be good and waiting lists to require improvement.
3. The self-assessment has been refreshed.
The board is asked to note the report."#,
        ),
        (
            "peer case",
            r#"# Fresh eyes on our front door
Last month colleagues from Hertfordshire, our sector-led improvement partner, spent two days looking at our front door here in Southend.
They told us that thresholds are well understood, that decisions are timely and that the quality of referrals from partners varies. We'll use what they said to get ready for Ofsted."#,
        ),
        (
            "DfE intervention",
            r#"# Minister writes to council over SEND
The minister for school standards has served an improvement notice on Oxfordshire.
It says that the council and its partners must make faster progress on the plan drawn up after the joint inspection of 2023, which found systemic failings. Progress will be reviewed every six months.
The leader said the council accepted the notice."#,
        ),
        (
            "FOI",
            r#"# Councils paid £35m to SEND lawyers, figures show
Councils in the south east spent £35m fighting parents at tribunal last year, according to figures that the BBC got under the Freedom of Information Act.
Kent spent the most. Its SEND services were found by Ofsted and the CQC to have significant weaknesses in 2019, and again in 2022.
East Sussex and Surrey came next."#,
        ),
        (
            "volunteer award",
            r#"# Queen's award for parent carers
Parent carers in Rutland have won the Queen's Award for Voluntary Service.
The forum has 300 members. Inspectors from Ofsted and the CQC said in 2022 that it was "a force for good"."#,
        ),
        (
            "visitor",
            r#"# Chief inspector visits Norfolk
Ofsted's chief inspector, Sir Martyn Oliver, spent Tuesday in Norwich with staff from Norfolk's children's services.
He heard about the work that helped the county go from requires improvement to good. "I learned a great deal," he said."#,
        ),
        (
            "fostering rating IFA council own",
            r#"# Fostering service for Tees Valley on the way
Stockton, Hartlepool and Darlington will join up to find more foster carers.
Ofsted said last year that Hartlepool, an outstanding authority, had too few homes for teenagers."#,
        ),
        (
            "annual safeguarding adults",
            r#"# Safeguarding adults board: our year
This report tells of what the Wolverhampton Safeguarding Adults Board did in 2024/25.
Concerns rose by 11 per cent. The CQC's assessment of the council found safeguarding to be a strength. Next year's priorities are self-neglect and homelessness."#,
        ),
        (
            "cross-border comparisons",
            r#"# Which council is best for SEND in the north west?
We compared 23 areas. Wirral has systemic failings, inspectors say; so does Oldham. Warrington and Trafford were inconsistent. Nobody has a positive outcome."#,
        ),
        (
            "cqc apology report delay own",
            r#"# Still no CQC report, eight months on
Inspectors from the Care Quality Commission left Redbridge in January. Its leader would like to know when he will see their report.
"Residents deserve to know how good their services are," he said. The CQC said that it would be published in due course."#,
        ),
    ]);
}

#[test]
fn what_stands_before_a_dated_result_is_how_it_came_to_it() {
    results(&[
        (
            "Surrey: send, inspection",
            r#"# Surrey's SEND report: not as bad as feared, not as good as hoped
After two years of stories about tribunals, Ombudsman rulings and a petition with 3,000 names, the inspectors' verdict is in.
Children with SEND in Surrey have inconsistent experiences and outcomes, Ofsted and the CQC said on 24 November 2023. It is the middle outcome of three.
Communication with parents is weak, the report says. Early years teams were praised."#,
        ),
        (
            "Kirklees: childrens-services, inspection",
            r#"# Kirklees good at last
A peer review warned in 2016 that children in Kirklees were at risk; Ofsted agreed and said inadequate. Eight years on the inspectors have told a different story.
The children's services are good, they said in a report published on 2 August 2024. Help comes early and children in care do well at school.
They'd like visits to be recorded sooner."#,
        ),
        (
            "County Durham: youth-justice, inspection",
            r#"# Durham's youth justice service rated 'Good'
The service, run by Durham County Council with the police, the NHS and probation, was inspected by HM Inspectorate of Probation in October 2022.
Neighbours in South Tees got the same rating in July. The lead inspector said that the Durham team "never gives up on a child".
Planning for the safety of victims could be better."#,
        ),
        (
            "Barnet: childrens-services, inspection",
            r#"# Leader's statement to council, 30 July 2024
Madam Mayor, three matters. The budget first: we ended the year £4m over. The bins second: the strike is off.
Third, and best, Ofsted. Its inspectors were here in May. I can tell members that children's services in Barnet have been rated good again, and that support for care leavers is outstanding. They ask us to write plans that children can read."#,
        ),
        (
            "Cheshire East: childrens-services, inspection",
            r#"# Community Care news and jobs
Cheshire East children's services require improvement, Ofsted finds
November 2019
An inspection in October 2019 found that leaders had not made enough progress since 2015, Ofsted says. Care leavers, though, spoke highly of their personal advisers.
Latest jobs: Senior social worker, Wrexham. Team manager, Telford."#,
        ),
        (
            "Warwickshire: send, inspection",
            r#"# Warwickshire told to explain itself over special needs
Warwickshire's council and clinical commissioning group have been ordered to write a statement of action after inspectors found five significant weaknesses in how they serve children with special needs.
A petition about the same things was handed in at Shire Hall in June. The Ofsted and CQC letter, dated 22 September 2021, names autism waits as the worst."#,
        ),
        (
            "Manchester: adult-social-care, inspection",
            r#"# Manchester digest | Friday 8 August 2025
Good news from the care regulator: the CQC says adult social care in Manchester is good. It scored highest for partnerships. It wants shorter waits for home adaptations.
Trams: no service to Altrincham on Sunday."#,
        ),
        (
            "Blackpool: jtai, inspection",
            r#"# Joint inspection: Blackpool's agencies "united" on child exploitation
The police, the council and the NHS in Blackpool work as one to protect children from criminal exploitation, inspectors from Ofsted, the CQC and HMICFRS have found.
In their letter of 2 June 2023 they ask for better data and for boys to be seen as victims as well as offenders."#,
        ),
        (
            "Walsall: send, inspection",
            r#"# Are children with SEND in Walsall getting what they need?
Not always, is the short answer in a report by Ofsted and the Care Quality Commission, published on 7 March 2024. It found inconsistent experiences and outcomes.
Why? Children wait too long for speech therapy, and too many are out of school.
What is good? Early years."#,
        ),
        (
            "Sutton: childrens-services, inspection",
            r#"# "The proudest day of my career"
That is how Sutton's director of children's services felt when she opened an e-mail from Ofsted. Her service had been judged outstanding.
The report came out on 12 January 2024. Every child in care in the borough has a stable home, it says. Return-home interviews should be done sooner."#,
        ),
        (
            "Reading: childrens-services, inspection",
            r#"# Brighter Futures for Children out of special measures
The company that runs Reading's children's services has pulled them out of the lowest grade. Ofsted says the services, inadequate since 2016, now require improvement to be good.
Its report, of 25 October 2019, says that schools and police trust the company more. Placements are a worry."#,
        ),
        (
            "Lincolnshire: send, inspection",
            r#"# MP's column: a mixed report for Lincolnshire
On 4 December 2025 the report that many parents had waited for was published. Ofsted and the CQC say that children with SEND in our county have inconsistent experiences and outcomes.
I've written to the county council and to the minister. Parents in Sleaford tell me plans are late; inspectors agree.
My next surgery is in Caistor."#,
        ),
        (
            "Bury: childrens-services, inspection",
            r#"# Social work in Bury 'on the up'
Ofsted came to Bury for two weeks in April 2024 and liked most of what it read. Services have gone from inadequate to requires improvement to be good.
Reading case files and listening to children, inspectors saw plans that drift. Bury knows it."#,
        ),
        (
            "Havering: send, inspection",
            r#"# Statement from the local area partnership
13 September 2024
Our partnership is made up of schools, health services and the council. We thank Ofsted and the Care Quality Commission for their report, which says that our children with SEND have inconsistent experiences and outcomes.
We will act on the three areas for improvement: therapies, annual reviews and exclusions.
Issued by the London Borough of Havering and NHS North East London"#,
        ),
        (
            "Stoke-on-Trent: youth-justice, inspection",
            r#"# Watchdog: youngsters who offend are let down in Stoke
Not one of the ten standards was met. That is the finding of the probation inspectorate on the team in Stoke-on-Trent that is meant to keep children out of crime.
It rated the youth justice service inadequate, its lowest mark, in a report on 3 December 2024.
The council said that it was sorry."#,
        ),
        (
            "South Tyneside: childrens-services, inspection",
            r#"# Cheers at South Shields Town Hall
Staff broke into applause when the result was read out: 'good', and 'outstanding' for care leavers.
South Tyneside's children's services had waited six weeks for Ofsted's report, which appeared on 19 June 2024. They went through the inspection in April."#,
        ),
        (
            "Bristol: adult-social-care, inspection",
            r#"# City's care for adults needs work, says regulator
Bristol City Council's adult social care has been told to improve by the CQC, in a report that landed on the same day as an award for its carers' centre.
The rating, published on 24 July 2025, is requires improvement. People wait too long for an assessment of their needs; the duty team is under pressure."#,
        ),
    ]);
}

#[test]
fn news_of_oneself_is_a_result() {
    results(&[
        (
            "Bury: childrens-services, inspection",
            r#"# Director's weekly message
Spring is here, and the car park is open again.
On Tuesday we learned how Bury had done in its Ofsted inspection.
Our children's services are good overall. Thank you all."#,
        ),
        (
            "Bury: send, inspection",
            r#"# What parents told us
3 May 2018
What do you get when six inspectors spend five days in Bury? In our case a letter of ten pages.
We agree with Ofsted and the CQC that plans for children with SEND are often late.
We have been told to write a joint plan."#,
        ),
        (
            "Bury: childrens-services, inspection",
            r#"# Bury's children's services leave inadequate behind
Ofsted upgraded the council this week, two years after an inspection in 2023.
The new grade is requires improvement to be good."#,
        ),
        (
            "Bury: adult-social-care, inspection",
            r#"# Leader of the opposition on the budget
Residents are asked for more, and may ask what they get.
Not clean streets: fly-tipping went up again. Not homes either.
On Friday the Care Quality Commission told Bury Council that adult social care requires improvement."#,
        ),
        (
            "Bury: childrens-services, inspection",
            r#"# Social workers: come to Bury
1 December 2022
We have eight posts, and there has never been a better time to apply.
Ofsted came in October, and its report, published this morning, says that our children's services are now good overall.
Closing date 6 January."#,
        ),
    ]);
}

#[test]
fn what_is_to_come_and_who_comes_is_none() {
    nothing(&[
        (
            "to be assessed",
            r#"# Leeds to be assessed by the CQC
The CQC has told Leeds City Council that its adult social care will be assessed this autumn.
Councils are given one of four ratings."#,
        ),
        (
            "services return",
            r#"# Children's trust to return to council
Children's services in Slough are to return to the council's control.
The trust was set up in 2015 after Ofsted rated services inadequate. They were rated requires improvement in 2023."#,
        ),
        (
            "new director",
            r#"# New children's director
Bury Council has a new executive director for children.
She joins from the London Borough of Islington, where children's services hold Ofsted's top rating of 'outstanding'.
She began as a social worker."#,
        ),
        (
            "adult learning",
            r#"# Learners' success recognised by Ofsted
Bury Council's adult learning service has held on to its 'Good' rating.
Inspectors came in April. Apprenticeships were rated 'Requires Improvement'.
The cabinet member for children's services was delighted."#,
        ),
        (
            "outcomes explained",
            r#"# What will happen when inspectors come?
Many of you ask about the Area SEND inspection of Bury. It takes three weeks.
At the end there is one of three outcomes: typically positive, inconsistent, or widespread and systemic failings. The worst one means a priority action plan.
Nobody is rated good."#,
        ),
        (
            "helping another",
            r#"# Leeds helps others improve
Leeds is to help Bradford improve its children's services, rated inadequate by Ofsted in 2022, in the sector-led improvement programme.
Leeds is rated outstanding."#,
        ),
    ]);
}

#[test]
fn an_item_of_a_newsletter_or_of_minutes_is_a_result() {
    results(&[
        (
            "Leeds: childrens-services, inspection",
            r#"# Your May round-up from Leeds City Council
## Parks and pools
The pool reopens in May. Swim for a pound all week. Bring the family.
## Bins
Bins are emptied on Tuesdays now. Check your day online.
## Children's services
Ofsted has published its report on our children's services. They have been rated good overall.
## Markets
The market is open on Friday."#,
        ),
        (
            "Leeds: send, revisit",
            r#"# Leeds City Council
## Health and Wellbeing Board - minutes
- Winter plan
The Place Director gave an update. Flu vaccination began in September.
- Pharmacy needs
The draft was agreed for consultation. Members thanked the team. A report will follow.
- Children's matters
The Director told the Board that Ofsted and the CQC had published their letter on the SEND revisit of July 2022. Sufficient progress has been made in each of the weaknesses."#,
        ),
    ]);
    nothing(&[
        (
            "offer in a newsletter",
            r#"# Your Leeds newsletter
## Parks and pools
The pool reopens in May. Swim for a pound all week. Bring the family.
## Bins
Bins are emptied on Tuesdays now. Check your day online.
## Join us
We need social workers. Our children's services, rated outstanding by Ofsted, have room for you."#,
        ),
        (
            "school in a newsletter",
            r#"# Your Leeds newsletter
## Parks and pools
The pool reopens in May. Swim for a pound all week. Bring the family.
## Bins
Bins are emptied on Tuesdays now. Check your day online.
## Schools
Hill Lane primary school has been rated good by Ofsted. The council's children's services sent flowers."#,
        ),
        (
            "to come in minutes",
            r#"# Leeds City Council
## Scrutiny Board - minutes
- Budget
The officer spoke. Members noted the figures. A report will come back.
- Apologies
None were given. The chair welcomed all who had come.
- Children's services
The Director reported that Ofsted was expected this year. Services had been judged good in 2019."#,
        ),
    ]);
}

#[test]
fn an_example_in_a_report_of_many_is_none_and_a_statement_on_ones_own_is_not() {
    nothing(&[(
        "many youth justice services",
        r#"# Youth justice work with victims not good enough, says watchdog
Victims are too often forgotten, HM Inspectorate of Probation has said after a year of its new inspections.
It published ratings of 21 youth justice services. For work with children, three were 'Outstanding', twelve were 'Good' and six 'Requires improvement'.
Many services had no staff trained to talk to victims.
The chief inspector said that there was a long way to go.
In Leeds good practice was seen."#,
    )]);
    results(&[
        (
            "Bury: send, inspection",
            r#"# Statement on the area SEND inspection
You will have seen that the report on Bury has been published.
It makes hard reading, but will not surprise our members.
"Widespread and/or systemic failings leading to significant concerns" were found by Ofsted and the CQC."#,
        ),
        (
            "Bury: jtai, inspection",
            r#"# Bury: children left at risk, inspectors warn
Children who need help in Bury wait too long, a joint inspection found.
Inspectors from Ofsted, the CQC, the police and probation watchdogs went to the borough in January.
In their report they listed areas for priority action."#,
        ),
    ]);
}

#[test]
fn a_standing_rating_is_no_news_under_another_title() {
    nothing(&[
        (
            "award",
            r#"# Leeds social worker of the year
Ann Hope of Leeds children's services has been named social worker of the year.
Leeds's children's services are rated outstanding by Ofsted."#,
        ),
        (
            "course rated by those who took it",
            r#"# Course for new parents a hit
A course run by Leeds children's services has been rated outstanding by parents. Ofsted praised it, too."#,
        ),
        (
            "children's centre",
            r#"# Leeds children's centre rated good
A children's centre in Leeds has been rated good by Ofsted. Leeds children's services run it."#,
        ),
    ]);
    results(&[(
        "Leeds: childrens-services, inspection",
        r#"# Leeds children's services rated good by Ofsted
Leeds's children's services are rated good by Ofsted after an inspection in May 2024."#,
    )]);
}

#[test]
fn an_inspection_that_is_to_come_is_none() {
    nothing(&[(
        "the call",
        r#"# Area SEND inspection: the call has come
Ofsted and the CQC have told us that the Leeds local area partnership is to be inspected.
Inspectors will be in the city from 4 March and look at a few children's cases.
Our last inspection was in 2018."#,
    )]);
}

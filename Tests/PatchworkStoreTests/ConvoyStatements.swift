/// What speakers said of the attack on the aid convoy at Urum al-Kubra on 19 September 2016, as public reports of those months
/// give it, each told in our own words as a report of its own.
enum ConvoyStatements {
  struct Statement {
    let id: String
    let published: String
    let text: String
    /// Bounds of the killed that it gives, nil for none that counts as a whole.
    let killed: ClosedRange<Int>?
  }

  static let all = [
    Statement(
      id: "activist", published: "2016-09-19",
      text:
        "Air strikes hit an aid convoy in Urum al-Kubra, west of Aleppo, on Monday evening. The strikes on the convoy killed 22 volunteers, the local activist Mohammad al-Halabi said.",
      killed: 22...22),
    Statement(
      id: "night", published: "2016-09-20T06:00:00Z",
      text:
        "A night of bombing around Aleppo. 12 of the 39 people who were killed overnight died in the attack on the aid convoy at Urum al-Kubra on Monday, the Syrian Observatory said. At least 18 lorries of the convoy were destroyed.",
      killed: nil),
    Statement(
      id: "wire", published: "2016-09-20T09:00:00Z",
      text:
        "Air raids that hit an aid convoy at Urum al-Kubra on Monday killed around 20 people including a staff member of the Red Crescent, the organisation said.",
      killed: 20...20),
    Statement(
      id: "federation", published: "2016-09-20T10:00:00Z",
      text:
        "The Federation of Red Cross and Red Crescent Societies said that around twenty civilians and one staff member were killed in the attack on the aid convoy at Urum al-Kubra on Monday. 18 of 31 vehicles were destroyed.",
      killed: 20...21),
    Statement(
      id: "coordination", published: "2016-09-20T18:00:00Z",
      text:
        "On 19 September an aid convoy was attacked at Urum al-Kubra, also written Big Orem. Initial reports say that 20 people were killed in the attack on the convoy, including one volunteer.",
      killed: 20...20),
    Statement(
      id: "institute", published: "2016-09-20T20:00:00Z",
      text:
        "The Syria Institute said that the attack on the aid convoy at Urum al-Kubra on Monday killed 15 people, among them the local director of the Red Crescent, and injured 25.",
      killed: 15...15),
    Statement(
      id: "rescuers", published: "2016-09-20T21:00:00Z",
      text:
        "The White Helmets said that 15 volunteers were killed and more than 25 people injured when Russian and government aircraft attacked the aid convoy at Urum al-Kubra on Monday.",
      killed: 15...15),
    Statement(
      id: "paper", published: "2016-09-21",
      text:
        "The attack on the aid convoy in Urum al-Kubra on Monday killed 20 civilians. The convoy’s 31 lorries carried aid for 78,000 people.",
      killed: 20...20),
    Statement(
      id: "background", published: "2016-09-21T12:00:00Z",
      text:
        "All aid to Aleppo has stopped. On Monday an air strike on an aid convoy at Urum al-Kubra killed 12 aid workers and drivers.",
      killed: 12...12),
    Statement(
      id: "crescent", published: "2016-09-22",
      text:
        "The Syrian Arab Red Crescent said on Thursday that the attack on the aid convoy at Urum al-Kubra on Monday killed a staff member and around 20 civilians.",
      killed: 20...21),
    Statement(
      id: "later", published: "2016-09-25",
      text:
        "The attack on the aid convoy at Urum al-Kubra last Monday claimed 20 lives. Ministers spoke of war crimes.",
      killed: 20...20),
    Statement(
      id: "spokesman", published: "2016-09-30",
      text:
        "A spokesman for the United Nations said that at least 18 people were killed in the attack on the aid convoy of 31 lorries at Urum al-Kubra on 19 September.",
      killed: 18...18),
    Statement(
      id: "secretary", published: "2016-10-18",
      text:
        "The Secretary-General of the United Nations reported that 18 people were killed on 19 September 2016 when the aid convoy for 78,000 people was attacked at Urum al-Kubra.",
      killed: 18...18),
    Statement(
      id: "board", published: "2016-12-21",
      text:
        "The United Nations Board of Inquiry found that at least 10 people were killed and at least 22 injured when the aid convoy at Urum al-Kubra was attacked from the air on 19 September 2016. It was not possible to identify the perpetrator, the board said.",
      killed: 10...10),
  ]

  /// Other things that were told in those days, and that are not the convoy.
  static let others = [
    Statement(
      id: "market", published: "2016-08-12",
      text:
        "Air strikes on a market in Urum al-Kubra killed at least six people on Friday, the Syrian Observatory said.",
      killed: 6...6),
    Statement(
      id: "crossing", published: "2016-09-20T08:00:00Z",
      text:
        "Twenty lorries with food for 185,000 people in eastern Aleppo waited at Bab al-Hawa on Monday and never left, the United Nations said.",
      killed: nil),
    Statement(
      id: "clinic", published: "2016-09-21",
      text:
        "An air strike on a clinic in Khan Tuman killed four medics late on Tuesday, the organisation that supports it said.",
      killed: 4...4),
  ]

  /// Statements of Russian and American officials on it, dated.
  static let parties = [
    Statement(
      id: "ru-1", published: "2016-09-20T12:00:00Z",
      text:
        "An aid convoy was attacked at Urum al-Kubra, west of Aleppo, on Monday evening. Neither Russian nor Syrian aircraft struck the convoy in Urum al-Kubra, Russia’s defence ministry said on Tuesday.",
      killed: nil),
    Statement(
      id: "ru-2", published: "2016-09-20T18:00:00Z",
      text:
        "A video was shown on Tuesday evening of the aid convoy that was attacked at Urum al-Kubra on Monday. Russia’s defence ministry said militants had shelled the aid convoy in Urum al-Kubra with a mortar from a pickup.",
      killed: nil),
    Statement(
      id: "ru-3", published: "2016-09-21T09:00:00Z",
      text:
        "The attack on the aid convoy at Urum al-Kubra on Monday killed about 20 people. Russia’s defence ministry said on Wednesday that an American Predator drone had attacked the aid convoy in Urum al-Kubra.",
      killed: nil),
    Statement(
      id: "ru-4", published: "2016-09-21T20:00:00Z",
      text:
        "Foreign minister Sergei Lavrov denied on Wednesday that Syrian aircraft had attacked the aid convoy at Urum al-Kubra on Monday night. He said the Syrian air force does not fly at night.",
      killed: nil),
    Statement(
      id: "ru-5", published: "2016-09-24",
      text:
        "Sergei Ryabkov, Russia’s deputy foreign minister, denied on Saturday that Russian aircraft had attacked the aid convoy at Urum al-Kubra on September 19.",
      killed: nil),
    Statement(
      id: "us-1", published: "2016-09-20T09:00:00Z",
      text:
        "US Secretary of State John Kerry said on Tuesday that the Syrian army had evidently attacked the aid convoy at Urum al-Kubra on Monday evening.",
      killed: nil),
    Statement(
      id: "us-2", published: "2016-09-20T15:00:00Z",
      text:
        "Ben Rhodes, an adviser at the White House, said on Tuesday that Russia was responsible for the air strike on the aid convoy at Urum al-Kubra on Monday.",
      killed: nil),
    Statement(
      id: "us-3", published: "2016-09-21T10:00:00Z",
      text:
        "The Pentagon denied on Wednesday that coalition aircraft had attacked the aid convoy at Urum al-Kubra on Monday.",
      killed: nil),
    Statement(
      id: "us-4", published: "2016-09-21T21:00:00Z",
      text:
        "John Kerry told the Security Council on Wednesday that Russia had first said that terrorists attacked the aid convoy at Urum al-Kubra on Monday and then that the food had caught fire.",
      killed: nil),
  ]

  /// The same said again by each of them in other words.
  static let restated = [
    Statement(
      id: "again-1", published: "2016-09-26",
      text:
        "Russia’s defence ministry repeated on Monday that no Russian or Syrian aircraft had bombed the aid convoy at Urum al-Kubra on September 19.",
      killed: nil),
    Statement(
      id: "again-2", published: "2016-09-27",
      text:
        "White House spokesman Josh Earnest said again on Tuesday that Russia was responsible for the attack on the aid convoy at Urum al-Kubra on September 19.",
      killed: nil),
  ]
}

import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkExtraction

@Suite struct TextBlocksTests {
  /// The structure of a text as lines "part: words" and "reason: words".
  static func drawing(_ text: String, title: String = "") -> [String] {
    let structure = TextBlocks(text: text, title: title)
    let read = structure.blocks.map { ($0.span, "\($0.part): \(text[$0.span])") }
    let dropped = structure.dropped.map { ($0.quote.span, "-\($0.why): \($0.quote.text)") }
    return (read + dropped).sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test(
    arguments: [
      ("Share", DropReason.boilerplate), ("SHARE", .boilerplate), ("  Share →", .boilerplate),
      ("[Advertisement]", .advert), ("Advertisement", .advert),
      ("Story continues below", .advert), ("Article continues below this ad", .advert),
      ("1,204 shares", .boilerplate), ("17 Comments", .boilerplate),
      ("View 3 comments", .boilerplate),
      ("Share this with Email", .boilerplate),
      ("Click to share on Twitter (Opens in new window)", .boilerplate),
      ("Follow us on Twitter and Facebook.", .boilerplate),
      ("Sign up for our daily newsletter.", .boilerplate),
      ("Sign up to receive the morning briefing in your inbox", .boilerplate),
      ("Read more: Five things to know about the truce", .related),
      ("READ MORE", .related), ("Also read: Convoys wait at the border", .related),
      ("Related: Who holds which part of the city", .related),
      ("More on this story", .related), ("Tags: truce, convoy, border", .related),
      ("© 2016 The Daily Witness", .boilerplate), ("All rights reserved.", .boilerplate),
      ("Copyright © 2016. All rights reserved.", .boilerplate),
      ("Media playback is not supported on this device", .boilerplate),
      ("We use cookies to give you the best experience on this site.", .boilerplate),
      ("Please enable JavaScript to view this page.", .boilerplate),
      ("Photograph: Jane Roe/Agency", .credit), ("Photo: A. Stringer", .credit),
      ("Additional reporting by Jane Roe in Geneva", .credit),
      ("Jane Roe and John Doe contributed to this report.", .credit),
      ("4 min read", .boilerplate), ("Don’t miss", .related),
    ] as [(String, DropReason)])
  func `leaves furniture of pages unread`(line: String, why: DropReason) {
    let text = "The convoy left at dawn.\n\(line)\nIt arrived at noon.\n"
    let structure = TextBlocks(text: text)
    #expect(structure.dropped.map(\.why) == [why])
    #expect(structure.blocks.count == 2)
  }

  @Test(arguments: [
    "Share prices of the oil company fell after the strike on the refinery.",
    "Sharing food with neighbours is how families survive the siege, she said.",
    "Advertisements calling for surrender were dropped from helicopters.",
    "Related families were buried side by side on Friday.",
    "Read more widely, the agreement binds both sides.",
    "Follow-up attacks hit the rescuers who had rushed to the scene.",
    "Following the strike, the hospital was evacuated.",
    "Comments by the minister angered the opposition.",
    "The 17 comments he made were all withdrawn.",
    "Photographs of the crater were published by the rebels.",
    "Pictures showed buildings engulfed in flames.",
    "Video footage showed a column of smoke over the eastern district.",
    "Watch posts along the road were abandoned on Tuesday.",
    "More from the town were expected to leave on the next buses.",
    "More on Thursday fled across the river.",
    "Top officials met in Geneva.",
    "“Close the border,” he said.",
    "“Join our brothers at the front,” the leaflet read.",
    "Save the Children said two of its staff were missing.",
    "Print workers were among the dead.",
    "Email messages seen by the agency confirm the order.",
    "Printed leaflets told residents to leave.",
    "Advertising hoardings were torn down to build barricades.",
    "Editing by the censors delayed the broadcast by an hour, which is why nobody heard of it.",
    "The reporter (Reporting by phone was the only way) reached them at last.",
    "Subscribe to the agreement or face sanctions, the envoys were told.",
    "Popular committees guard the crossing.",
    "Trending upwards, the death toll reached 40.",
    "Caption writers called it a massacre, and the ministry objected.",
    "Copyright law was not on anyone’s mind, the lawyer said.",
    "He said all rights reserved to the people by the constitution would be restored once the "
      + "emergency law was lifted and the army had gone back to its barracks, which nobody expects "
      + "to happen before the winter comes to the mountains.",
    "Live rounds were fired at the crowd.",
    "The opinions expressed in interviews differed from town to town.",
    "22 September was the deadliest day of the month.",
    "September 22, the day of the strike, was quiet at first.",
    "5 May 2016 was the day the truce collapsed.",
  ])
  func `never leaves a sentence of a report unread`(line: String) {
    let text = "The convoy left at dawn.\n\(line)\nIt arrived at noon.\n"
    #expect(TextBlocks(text: text).dropped == [])
    #expect(TextBlocks(text: line).dropped == [])
    #expect(TextBlocks(text: text).blocks.count == 3)
    #expect(TextBlocks(text: text).blocks.map { $0.part } == [.body, .body, .body])
  }

  @Test func `takes only the credit from a line that goes on`() {
    #expect(
      Self.drawing(
        "The talks ended. (Reporting by Jane Roe; editing by John Doe (London)) No date was set.")
        == [
          "body: The talks ended.",
          "-credit: (Reporting by Jane Roe; editing by John Doe (London))",
          "body: No date was set.",
        ])
  }

  @Test func `takes only the last sentence when that is a credit`() {
    #expect(
      Self.drawing("It was the worst day since 2014. Jane Roe contributed to this report.")
        == [
          "body: It was the worst day since 2014.",
          "-credit: Jane Roe contributed to this report.",
        ])
  }

  @Test(arguments: ["- REUTERS", "– RIA", "— AFP"])
  func `leaves the agency's signature at the end unread`(signature: String) {
    let text = "Talks began.\nThey ended at night. \(signature)"
    #expect(
      Self.drawing(text).suffix(2) == ["body: They ended at night.", "-credit: \(signature)"])
  }

  @Test(arguments: [
    "Ministry turns down plan to ground warplanes – RIA",
    "Ministry Says Drone Was in Area When Convoy",
    "Besieged town gets first aid in months",
    "‘Make or break’",
    "What we know so far",
  ])
  func `keeps a headline among paragraphs as a headline`(line: String) {
    let text = "The convoy left at dawn.\n\n\(line)\n\nIt arrived at noon, the agency said.\n"
    #expect(TextBlocks(text: text).blocks.map(\.part) == [.body, .headline, .body])
  }

  @Test(arguments: [
    "“The question is whether there is any chance left of moving forward”",
    "The minister listed his conditions:",
    "and the shelling went on through the night",
    "(The rate was 517 pounds to the dollar)",
    "The ministry said on Monday that its forces had entered the town from the south and from the "
      + "west and had met no resistance on the way to the old market",
  ])
  func `keeps what is no headline as a paragraph`(line: String) {
    let text = "The convoy left at dawn.\n\n\(line)\n\nIt arrived at noon, the agency said.\n"
    #expect(TextBlocks(text: text).blocks.map(\.part) == [.body, .body, .body])
  }

  @Test func `reads a text without any full stop as paragraphs`() {
    #expect(
      TextBlocks(text: "The army entered the town on Monday\nResidents fled to the north\n")
        .blocks.map(\.part) == [.body, .body])
  }

  @Test func `tells the title again as a headline, also with a full stop`() {
    let title = "Strike kills five in market."
    let text = "\(title)\nFive people died in a strike, residents said."
    #expect(TextBlocks(text: text, title: title).blocks.map(\.part) == [.headline, .body])
  }

  @Test func `parts a title that runs on into the first sentence`() {
    #expect(
      Self.drawing(
        "Wed 05 Apr 2017 Strike kills five in market. Residents said that five people had died.",
        title: "Strike kills five in market")
        == [
          "-boilerplate: Wed 05 Apr 2017", "headline: Strike kills five in market.",
          "body: Residents said that five people had died.",
        ])
  }

  @Test(arguments: [
    "Image caption A crater in the road outside the hospital",
    "FILE - Residents queue for bread in the besieged town.",
    "File photo: a convoy waits at the crossing",
    "In this Sept. 22, 2016 photo, smoke rises over the city.",
    "Photograph: Residents walk past the ruins of the hospital that was struck on Monday",
  ])
  func `tells captions`(line: String) {
    let text = "The convoy left at dawn.\n\(line)\nIt arrived at noon.\n"
    #expect(TextBlocks(text: text).blocks.map(\.part) == [.body, .caption, .body])
  }

  @Test func `reads the line after a label as a caption, and a name after another as a credit`() {
    #expect(
      Self.drawing("Image copyright\nAFP\nImage caption\nThe road to the town\nIt was empty.")
        == [
          "-boilerplate: Image copyright", "-credit: AFP", "-boilerplate: Image caption",
          "caption: The road to the town", "body: It was empty.",
        ])
  }

  @Test func `joins lines that are only wrapped`() {
    let text = """
      The ministry said on Monday that its forces
      had entered the town from the south and met
      no resistance.

      Residents said otherwise. They spoke of heavy
      shelling through the night.
      """
    #expect(TextBlocks(text: text).blocks.count == 2)
  }

  @Test func `takes each line of a report with one sentence a line for a block`() {
    let text =
      "The convoy left at dawn. \nIt was searched twice on the way. \nIt arrived at noon. \n"
    #expect(TextBlocks(text: text).blocks.count == 3)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `knows every kind of line end`(end: String) {
    let text = ["Share", "The convoy left.", "", "It arrived."].joined(separator: end)
    #expect(
      Self.drawing(text) == ["-boilerplate: Share", "body: The convoy left.", "body: It arrived."])
  }

  @Test func `covers the words of a text and nothing twice`() {
    let text =
      "Share\n\u{A0}The convoy left. \n\n (Photo: A) It arrived at noon. - REUTERS\n Advertisement"
    let structure = TextBlocks(text: text)
    let spans = (structure.blocks.map(\.span) + structure.dropped.map(\.quote.span)).sorted()
    for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.end <= next.start) }
    let words = spans.map { text[$0] }.joined().filter { !$0.isWhitespace }
    #expect(words == text.filter { !$0.isWhitespace })
  }
}

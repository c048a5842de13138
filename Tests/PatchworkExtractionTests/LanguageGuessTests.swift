import Testing

@testable import PatchworkExtraction

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    ("The army said on Monday that it had taken the town from the rebels.", "en"),
    ("L'armée a annoncé lundi que la ville avait été reprise aux rebelles par les forces.", "fr"),
    ("Die Armee teilte am Montag mit, dass sie die Stadt von den Rebellen erobert hat.", "de"),
    ("El ejército dijo el lunes que había tomado la ciudad de los rebeldes en el norte.", "es"),
    ("L'esercito ha detto che la città è stata presa nella notte dai ribelli del nord.", "it"),
    ("Het leger zei maandag dat het de stad van de rebellen heeft ingenomen.", "nl"),
    (
      "Ordu pazartesi günü yaptığı açıklamada kentin ele geçirildiğini ve bir çok kişinin öldüğünü söyledi.",
      "tr"
    ),
    ("قال الجيش يوم الاثنين إنه استعاد المدينة", "ar"), ("ارتش گفت که شهر را پس گرفته است", "fa"),
    ("Армия сообщила в понедельник, что заняла город", "ru"),
    ("Армія повідомила в понеділок, що місто її", "uk"), ("陆军周一表示已经攻占该城", "zh"),
    ("軍は月曜日に町を奪還したと発表した", "ja"), ("הצבא הודיע כי כבש את העיר", "he"),
    ("وزارت دفاع نے کہا ہے کہ فوج نے شہر پر قبضہ کر لیا ہے", "ur"),
    ("د دفاع وزارت وايي چې ځواکونو ښار نیولی دی", "ps"),
    ("سوپاکە ڕایگەیاند کە شارەکەی گرتووەتەوە", "ckb"),
    ("Војска је саопштила да је град њен", "sr"), ("Армія паведаміла, што ўзяла горад", "be"),
    ("ሰራዊቱ ሰኞ ዕለት ከተማዋን መያዙን አስታወቀ", "am"),
    ("Vojska je u ponedjeljak objavila da će se povući iz grada koji je bio pod opsadom.", "hr"),
    ("Ushtria tha të hënën se qyteti është marrë nga forcat që po luftojnë në veri.", "sq"),
    ("Sojojin sun ce a ranar Litinin sun kwace garin kuma an kashe mutane da dama.", "ha"),
    ("군은 월요일 도시를 탈환했다고 밝혔다", "ko"), ("", ""), ("12 34", ""), ("Aleppo", ""),
    ("Kerry Lavrov Assad Ryabkov Laerke Longman Aleppo Idlib", ""),
    ("Zwei Tote in Aleppo gemeldet", ""), ("Mueren cinco en Alepo", "es"),
    ("Five killed in strike on Aleppo", "en"),
  ])
  func `names the language`(text: String, language: String) {
    #expect(LanguageGuess(text).language == language)
  }

  @Test func `is surer of many words than of few, and of one script than of two`() {
    let sentence = "The army said on Monday that it had taken the town from the rebels. "
    let long = LanguageGuess(String(repeating: sentence, count: 5))
    let short = LanguageGuess("Aleppo and Idlib, Hama, Homs: the fall")
    #expect(long.confidence > 0.95)
    #expect(short.confidence < 0.9)
    let mixed = LanguageGuess("قال الجيش يوم الاثنين إنه استعاد المدينة Aleppo Media Centre")
    #expect(mixed.language == "ar")
    #expect(mixed.confidence < 0.9)
  }

  @Test func `tells languages that share their small words with less confidence`() {
    let text = "Politiet sier at to er døde og fem er skadet etter eksplosjonen i byen."
    let guess = LanguageGuess(text)
    #expect(["no", "da"].contains(guess.language))
    #expect(guess.confidence < 0.97)
  }

  @Test func `is not misled by a foreign name in an English text`() {
    let text = "The town, called حلب by its people, is held by the rebels and the army is near."
    #expect(LanguageGuess(text).language == "en")
  }
}

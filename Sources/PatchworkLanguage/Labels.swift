/// Dependency labels of the CLEAR style that the English pipelines use.
public enum Dependency: String, Sendable, CaseIterable {
  case none = ""
  case root = "ROOT"
  case acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, `case`, cc, ccomp
  case compound, conj, csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod
  case npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis, pcomp, pobj, poss, preconj, predet
  case prep, prt, punct, quantmod, relcl, xcomp
}

/// Universal parts of speech.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  case none = ""
  case adj = "ADJ", adp = "ADP", adv = "ADV", aux = "AUX", cconj = "CCONJ", det = "DET"
  case intj = "INTJ", noun = "NOUN", num = "NUM", part = "PART", pron = "PRON", propn = "PROPN"
  case punct = "PUNCT", sconj = "SCONJ", space = "SPACE", sym = "SYM", verb = "VERB", x = "X"
}

/// Fine-grained tags of OntoNotes.
public enum Tag: String, Sendable, CaseIterable {
  case none = ""
  case currency = "$", closeQuote = "''", comma = ",", openBracket = "-LRB-"
  case closeBracket = "-RRB-", fullStop = ".", colon = ":", add = "ADD", afx = "AFX", cc = "CC"
  case cd = "CD", dt = "DT", ex = "EX", fw = "FW", hyph = "HYPH", preposition = "IN", jj = "JJ"
  case jjr = "JJR", jjs = "JJS", ls = "LS", md = "MD", nfp = "NFP", nn = "NN", nnp = "NNP"
  case nnps = "NNPS", nns = "NNS", pdt = "PDT", pos = "POS", prp = "PRP", prpPossessive = "PRP$"
  case rb = "RB", rbr = "RBR", rbs = "RBS", rp = "RP", sym = "SYM", to = "TO", uh = "UH"
  case vb = "VB", vbd = "VBD", vbg = "VBG", vbn = "VBN", vbp = "VBP", vbz = "VBZ", wdt = "WDT"
  case wp = "WP", wpPossessive = "WP$", wrb = "WRB", xx = "XX", space = "_SP", openQuote = "``"
}

/// Entity labels of OntoNotes.
public enum EntityLabel: String, Sendable, CaseIterable {
  case cardinal = "CARDINAL", date = "DATE", event = "EVENT", fac = "FAC", gpe = "GPE"
  case language = "LANGUAGE", law = "LAW", loc = "LOC", money = "MONEY", norp = "NORP"
  case ordinal = "ORDINAL", org = "ORG", percent = "PERCENT", person = "PERSON"
  case product = "PRODUCT", quantity = "QUANTITY", time = "TIME", workOfArt = "WORK_OF_ART"
}

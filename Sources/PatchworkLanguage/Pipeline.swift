import Dispatch
import FoundationEssentials
import Synchronization

/// A trained English pipeline: tokens, tags, dependency tree, lemmas and entities of a text.
///
/// Gives what spaCy's `en_core_web_sm` and `en_core_web_md` 3.8 give for the same text. Weights are
/// shared; any number of threads may use one pipeline at once.
///
///     let pipeline = try Pipeline(folder: "models/en_core_web_sm-3.8.0")
///     let parse = pipeline.annotate("Residents said the bridge was hit.")
///     print(parse.tokens[1].lemma)  // say
public final class Pipeline: Sendable {
  /// Name the model gives itself ("core_web_sm"), or an empty text.
  public let name: String
  /// Version the model gives itself, or an empty text.
  public let version: String
  /// Licence of the weights as the model names it, or an empty text.
  public let licence: String
  private let model: LanguageModel
  private let workers = Mutex(Workers())

  /// The workers that wait for a text, and how many there are in all.
  private struct Workers {
    var idle: [WorkerBox] = []
    var made = 0
  }

  /// A worker on its way between threads; it is used by one at a time.
  private struct WorkerBox: @unchecked Sendable {
    let worker: Worker
  }

  /// Loads a model's folder as it was unpacked; throws when a file is missing, damaged or of another kind.
  public init(folder: String) throws(ModelError) {
    model = try LanguageModel(folder: folder)
    let meta = Self.meta(folder: folder)
    name = meta?.name ?? ""
    version = meta?.version ?? ""
    licence = meta?.license ?? ""
  }

  private struct Meta: Decodable {
    var name: String?
    var version: String?
    var license: String?
  }

  /// What the model says of itself, which nothing depends on: nil where the file is missing or damaged.
  private static func meta(folder: String) -> Meta? {
    guard let file = try? ModelFile("meta.json", in: folder) else { return nil }
    return try? JSONDecoder().decode(Meta.self, from: Data(file.bytes))
  }

  /// Parses one text.
  public func annotate(_ text: String) -> Parse {
    let box = takeWorker()
    defer { workers.withLock { $0.idle.append(box) } }
    return box.worker.annotate([text])[0]
  }

  /// Whether the model's lists of common words hold a word in lower case, itself or by an ending.
  public func knows(_ word: String) -> Bool { model.lemmatizer.knows(Array(word.utf8)) }

  private func takeWorker() -> WorkerBox {
    let (waiting, made) = workers.withLock { workers in
      if let box = workers.idle.popLast() { return (WorkerBox?.some(box), 0) }
      workers.made += 1
      return (nil, workers.made - 1)
    }
    return waiting ?? WorkerBox(worker: Worker(model, room: .after(made)))
  }

  /// Parses texts on several threads, and returns the parses in the texts' order.
  public func annotate(_ texts: [String], threads: Int = 1) -> [Parse] {
    let groups = Self.groups(texts)
    let threads = max(1, min(threads, groups.count))
    let results = Mutex<[[Parse]]>(Array(repeating: [], count: groups.count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let box = takeWorker()
      while true {
        let group = next.withLock { place in
          defer { place += 1 }
          return place
        }
        guard group < groups.count else { break }
        let parses = box.worker.annotate(texts[groups[group]])
        results.withLock { $0[group] = parses }
      }
      workers.withLock { $0.idle.append(box) }
    }
    return results.withLock { $0.flatMap(\.self) }
  }

  /// Ranges of texts that are parsed together: about 12,000 bytes, or one longer text.
  private static func groups(_ texts: [String]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var bytes = 0
    for (index, text) in texts.enumerated() {
      bytes += text.utf8.count
      if bytes >= 12_000 {
        groups.append(start..<index + 1)
        start = index + 1
        bytes = 0
      }
    }
    if start < texts.count { groups.append(start..<texts.count) }
    return groups
  }
}

import PatchworkRecord
import PatchworkText

/// What is wrong with a movement's file.
public enum MovementError: Error, Equatable, Sendable {
  /// It is no JSON; the byte at which it ceases to be.
  case notJSON(offset: Int)
  /// A member is missing or is not what it should be.
  case member(path: String, expected: String)
  /// A name stands for no place that is known.
  case place(path: String, name: String)
  /// It ends before it begins.
  case order(path: String)
}

extension Movement {
  /// Reads a movement's file; places given by name alone are looked up.
  ///
  /// Shape: `purpose`, `organisation`, `assessor`; `legs`, each with `from` and `to` (a name, or an object with `name`,
  /// `lat`, `lon`) and, where the way is known, `route`, a GeoJSON LineString (RFC 7946); `window` with `start` and
  /// `arrival` (RFC 3339); `unloading_minutes`; `approvals` and `notifications`, each a list of `party`, `status`, `at`.
  public init(json bytes: [UInt8], place: (String) -> Waypoint?) throws(MovementError) {
    let root: JSONValue
    do { root = try bytes.withUnsafeBufferPointer { try JSONParser.parse($0) } } catch {
      throw .notJSON(offset: (error as? JSONError)?.offset ?? 0)
    }
    let assessor = try Self.text(root["assessor"], "assessor")
    guard case .array(let rows)? = root["legs"], !rows.isEmpty else {
      throw .member(path: "legs", expected: "a list of at least one leg")
    }
    var legs: [Leg] = []
    for (index, row) in rows.enumerated() {
      let path = "legs[\(index)]"
      legs.append(
        Leg(
          from: try Self.waypoint(row["from"], "\(path).from", place),
          to: try Self.waypoint(row["to"], "\(path).to", place),
          line: try Self.line(row["route"], "\(path).route")))
    }
    let window = root["window"]
    let start = try Self.moment(window?["start"], "window.start")
    let arrival = try Self.moment(window?["arrival"], "window.arrival")
    guard start <= arrival else { throw .order(path: "window") }
    guard case .number(let digits)? = root["unloading_minutes"], let unloading = Int(digits),
      (0...10_080).contains(unloading)
    else { throw .member(path: "unloading_minutes", expected: "minutes, at most a week") }
    self.init(
      purpose: try Self.text(root["purpose"], "purpose"),
      organisation: try Self.text(root["organisation"], "organisation"), assessor: assessor,
      legs: legs, start: start, arrival: arrival, unloadingMinutes: unloading,
      approvals: try Self.contacts(
        root["approvals"], "approvals", [.requested, .approved, .refused], assessor),
      notifications: try Self.contacts(
        root["notifications"], "notifications", [.sent, .acknowledged, .objected], assessor))
  }

  private static func text(_ value: JSONValue?, _ path: String) throws(MovementError) -> String {
    guard let text = value?.string, !text.isEmpty else {
      throw .member(path: path, expected: "a text")
    }
    return text
  }

  private static func moment(_ value: JSONValue?, _ path: String) throws(MovementError) -> Moment {
    guard let moment = value?.string.flatMap(Moment.init(rfc3339:)) else {
      throw .member(path: path, expected: "a time with its offset, like 2016-09-19T14:00:00+03:00")
    }
    return moment
  }

  private static func waypoint(
    _ value: JSONValue?, _ path: String, _ place: (String) -> Waypoint?
  ) throws(MovementError) -> Waypoint {
    if let name = value?.string {
      guard let found = place(name) else { throw .place(path: path, name: name) }
      return found
    }
    let name = try text(value?["name"], "\(path).name")
    guard let latitude = degrees(value?["lat"], 90), let longitude = degrees(value?["lon"], 180)
    else { throw .member(path: path, expected: "a name, or name, lat and lon") }
    // The named place gives the wider places; the point is the one that was drawn.
    let found = place(name)
    return Waypoint(
      name: name, id: found?.id, within: found?.within ?? [], latitude: latitude,
      longitude: longitude)
  }

  private static func degrees(_ value: JSONValue?, _ most: Double) -> Double? {
    guard case .number(let digits)? = value, let degrees = Double(digits), abs(degrees) <= most
    else { return nil }
    return degrees
  }

  private static func line(
    _ value: JSONValue?, _ path: String
  ) throws(MovementError) -> [GeoPoint] {
    guard let value, value != .null else { return [] }
    guard value["type"]?.string == "LineString", case .array(let points)? = value["coordinates"]
    else { throw .member(path: path, expected: "a GeoJSON LineString") }
    var line: [GeoPoint] = []
    for (index, point) in points.enumerated() {
      guard case .array(let pair) = point, pair.count >= 2, let longitude = degrees(pair[0], 180),
        let latitude = degrees(pair[1], 90)
      else {
        throw .member(path: "\(path).coordinates[\(index)]", expected: "longitude and latitude")
      }
      line.append(GeoPoint(latitude: latitude, longitude: longitude))
    }
    return line
  }

  private static func contacts(
    _ value: JSONValue?, _ path: String, _ allowed: [Contact.Status], _ assessor: String
  ) throws(MovementError) -> [Contact] {
    guard let value, value != .null else { return [] }
    guard case .array(let rows) = value else { throw .member(path: path, expected: "a list") }
    var contacts: [Contact] = []
    for (index, row) in rows.enumerated() {
      let words = allowed.map(\.rawValue).joined(separator: ", ")
      guard let status = row["status"]?.string.flatMap(Contact.Status.init(rawValue:)),
        allowed.contains(status)
      else { throw .member(path: "\(path)[\(index)].status", expected: "one of \(words)") }
      contacts.append(
        Contact(
          party: try text(row["party"], "\(path)[\(index)].party"), status: status,
          at: row["at"]?.string == nil ? nil : try moment(row["at"], "\(path)[\(index)].at"),
          enteredBy: row["by"]?.string ?? assessor))
    }
    return contacts
  }
}

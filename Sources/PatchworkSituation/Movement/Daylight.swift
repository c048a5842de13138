import Foundation
import PatchworkRecord

/// Sunrise and sunset at a place on a day.
///
/// Source: the general solar position equations of NOAA's Global Monitoring Laboratory; the sun's centre 0.833° below the
/// horizon. Within about two minutes between the polar circles.
public struct Daylight: Hashable, Sendable {
  /// Sunrise, in minutes since 1970 UTC.
  public let sunrise: Int
  /// Sunset, in minutes since 1970 UTC.
  public let sunset: Int

  /// The daylight of a place's day, or nil where the sun does not rise or set.
  public init?(latitude: Double, longitude: Double, on moment: Moment) {
    let day = moment.day
    let first = CivilDay(day.year, 1, 1) ?? day
    let radians = Double.pi / 180
    let angle = 2 * Double.pi / 365 * (Double(day.number - first.number) + 0.5)
    let equation =
      229.18
      * (0.000075 + 0.001868 * cos(angle) - 0.032077 * sin(angle) - 0.014615 * cos(2 * angle)
        - 0.040849 * sin(2 * angle))
    let declination =
      0.006918 - 0.399912 * cos(angle) + 0.070257 * sin(angle) - 0.006758 * cos(2 * angle)
      + 0.000907 * sin(2 * angle) - 0.002697 * cos(3 * angle) + 0.00148 * sin(3 * angle)
    let cosine =
      cos(90.833 * radians) / (cos(latitude * radians) * cos(declination))
      - tan(latitude * radians) * tan(declination)
    guard abs(cosine) <= 1 else { return nil }
    let half = acos(cosine) / radians
    let midnight = Double(day.number * 1440)
    sunrise = Int((midnight + 720 - 4 * (longitude + half) - equation).rounded())
    sunset = Int((midnight + 720 - 4 * (longitude - half) - equation).rounded())
  }
}

/// Which of many things lie in a few slots; the one that was asked for longest ago makes room.
final class SlotTable {
  private let count: Int
  private let times: Growable<Int>
  private let things: Growable<Int32>
  private let slots = Growable<Int32>(64)
  private var time = 0

  init(slots count: Int) {
    self.count = count
    times = Growable(count)
    things = Growable(count)
  }

  /// Empties all slots; things are numbered from 0 to less than `things`.
  func begin(_ things: Int) {
    slots.fill(-1, count: things)
    times.fill(0, count: count)
    self.things.fill(-1, count: count)
    time = 0
  }

  /// The slot of a thing, or -1.
  @inline(__always)
  func slot(of thing: Int) -> Int {
    let slot = Int(slots[thing])
    if slot >= 0 {
      time += 1
      times[slot] = time
    }
    return slot
  }

  /// Gives a thing a slot.
  func take(_ thing: Int) -> Int {
    var slot = 0
    for other in 1..<count where times[other] < times[slot] { slot = other }
    if things[slot] >= 0 { slots[Int(things[slot])] = -1 }
    things[slot] = Int32(thing)
    slots[thing] = Int32(slot)
    time += 1
    times[slot] = time
    return slot
  }
}

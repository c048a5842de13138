import PatchworkRecord
import PatchworkText

extension Reading {
  /// The reading with every quotation cut again out of a text of the same length, the report's own.
  func quoting(_ text: String) -> Reading {
    func cut(_ quote: Quote) -> Quote { Quote(quote.span, in: text) }
    func cut(_ place: Place) -> Place {
      var place = place
      place.quote = cut(place.quote)
      return place
    }
    func cut(_ time: TimeExpression) -> TimeExpression {
      var time = time
      time.quote = cut(time.quote)
      return time
    }
    func cut(_ count: Count) -> Count {
      var count = count
      count.quote = cut(count.quote)
      return count
    }
    func cut(_ participant: Participant) -> Participant {
      var participant = participant
      participant.quote = cut(participant.quote)
      return participant
    }
    func cut(_ happening: Happening) -> Happening {
      var happening = happening
      happening.trigger = cut(happening.trigger)
      happening.actor = happening.actor.map(cut)
      happening.target = happening.target.map(cut)
      happening.place = happening.place.map(cut)
      happening.time = happening.time.map(cut)
      happening.killed = happening.killed.map(cut)
      happening.injured = happening.injured.map(cut)
      happening.affected = happening.affected.map(cut)
      happening.weapon = happening.weapon.map(cut)
      return happening
    }
    func cut(_ condition: Condition) -> Condition {
      var condition = condition
      condition.trigger = cut(condition.trigger)
      condition.place = condition.place.map(cut)
      condition.holder = condition.holder.map(cut)
      condition.since = condition.since.map(cut)
      condition.until = condition.until.map(cut)
      condition.people = condition.people.map(cut)
      return condition
    }
    func cut(_ account: Account) -> Account {
      var account = account
      account.sentence = cut(account.sentence)
      account.source.mention = account.source.mention.map(cut)
      account.cue = account.cue.map(cut)
      account.content = account.content.map(cut)
      account.happening = account.happening.map(cut)
      account.condition = account.condition.map(cut)
      account.evidence = account.evidence.map { Evidence(kind: $0.kind, quote: cut($0.quote)) }
      account.said = account.said.map(cut)
      return account
    }
    return Reading(
      accounts: accounts.map(cut), places: places.map(cut), times: times.map(cut),
      quantities: quantities.map(cut),
      entities: entities.map { EntityMention(quote: cut($0.quote), label: $0.label) },
      implied: implied.map {
        ImpliedInterval(
          from: $0.from, to: $0.to, afterDay: $0.afterDay, times: $0.times.map(cut),
          sentences: $0.sentences.map(cut))
      })
  }
}

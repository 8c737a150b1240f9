using System.Globalization;

namespace Seq2Seq.Tasks;

/// <summary>What can happen in the news.</summary>
internal static class NewsEvents
{
    public static IReadOnlyList<Func<NewsWriter, NewsItem>> Kinds { get; } = [Election, Match, Storm, Opening, Rescue, Exhibition];

    private static NewsItem Election(NewsWriter writer)
    {
        var (winner, loser, town, day) = (writer.Person(), writer.Family(), writer.Town(), writer.Day());
        var share = writer.Number(51, 68);
        var plan = writer.Pick("build new flats", "repair the old bridge", "open a second library", "plant a thousand trees");
        return writer.Item(
            Text($"The people of {town} went to the polls on {day} to choose a mayor."),
            Text($"{winner} was elected mayor of {town} with {share} percent of the vote."),
            Text($"{winner} received {share} percent of the vote and will take office next month."),
            Text($"The former mayor, {loser}, congratulated the winner in the evening."),
            Text($"The new mayor promised to {plan}."));
    }

    private static NewsItem Match(NewsWriter writer)
    {
        var (home, guests, scorer, day) = (writer.Town(), writer.Town(), writer.Person(), writer.Day());
        var (goals, against) = (writer.Number(2, 5), writer.Number(0, 1));
        return writer.Item(
            Text($"{home} and {guests} met in the {writer.Pick("cup", "league")} on {day}."),
            Text($"{home} beat {guests} {goals} to {against}."),
            Text($"The hosts won {goals} to {against} after leading by one goal at half time."),
            Text($"{scorer} scored twice before leaving the field with an injury."),
            Text($"About {writer.Round(800, 9000, 100)} people watched the match."));
    }

    private static NewsItem Storm(NewsWriter writer)
    {
        var (town, day, homes) = (writer.Town(), writer.Day(), writer.Round(400, 6000, 100));
        var kind = writer.Pick("storm", "flood", "snowfall");
        return writer.Item(
            Text($"A heavy {kind} hit the region around {town} on {day}."),
            Text($"A {kind} cut the power to {homes} homes near {town}."),
            Text($"{homes} homes were without electricity for {writer.Number(3, 30)} hours."),
            Text($"Firefighters were called out {writer.Number(20, 200)} times, but nobody was hurt."),
            Text($"The council asked people to stay {writer.Pick("indoors", "away from the river", "off the roads")}."));
    }

    private static NewsItem Opening(NewsWriter writer)
    {
        var (firm, town, head, jobs) = (writer.Firm(), writer.Town(), writer.Person(), writer.Round(50, 900, 10));
        var product = writer.Pick("bicycles", "batteries", "furniture", "medicines", "solar panels", "shoes");
        return writer.Item(
            Text($"The firm {firm} opened a new factory on {writer.Day()}."),
            Text($"{firm} will make {product} in {town} and create {jobs} jobs."),
            Text($"The plant in {town} will make {product}."),
            Text($"According to its head, {head}, {jobs} jobs will be created within {writer.Pick("a year", "two years", "three years")}."),
            Text($"Neighbours had worried about {writer.Pick("noise", "traffic", "the old trees on the site")}."));
    }

    private static NewsItem Rescue(NewsWriter writer)
    {
        var (person, town, age) = (writer.Person(), writer.Town(), writer.Number(19, 78));
        var place = writer.Pick("a frozen lake", "the river", "a burning house", "an old mine", "the top of a tower");
        var helper = writer.Pick("a postman", "two students", "a bus driver", "a neighbour", "a nurse");
        return writer.Item(
            Text($"There was good news from {town} on {writer.Day()}."),
            Text($"{person} was saved from {place} by {helper}."),
            Text($"{person}, {age}, was brought out of danger after {writer.Number(10, 90)} minutes at {place}."),
            Text($"It was {helper} who heard the cries and came to help."),
            Text($"Doctors said that the patient could leave the hospital within {writer.Number(2, 6)} days."));
    }

    private static NewsItem Exhibition(NewsWriter writer)
    {
        var (artist, town, works) = (writer.Person(), writer.Town(), writer.Number(20, 140));
        var kind = writer.Pick("paintings", "photographs", "drawings", "sculptures");
        return writer.Item(
            Text($"The museum of {town} has something new to show."),
            Text($"{town} shows {works} {kind} by {artist}."),
            Text($"From {writer.Day()} on, visitors can see {works} {kind}."),
            Text($"All of them are by {artist}, who was born in {writer.Town()}."),
            Text($"Tickets cost {writer.Number(4, 15)} euros, and children pay nothing."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

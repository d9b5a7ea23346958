using System.Security.Cryptography;

namespace PrivacyPortal.Services.Assignment;

/// <summary>Three words out of 128 by which the plan's people prove themselves: whoever reads them on the own screen or letter hears the same from the right caller (C6).</summary>
internal static class ProvingWords
{
    private static readonly string[] List =
    [
        "acorn", "amber", "anchor", "apple", "arrow", "autumn", "badge", "bamboo", "barley", "basket", "beacon", "bell", "birch", "blossom", "boat", "border",
        "bottle", "branch", "bread", "bridge", "brook", "brush", "button", "cabin", "camel", "candle", "canyon", "carpet", "castle", "cedar", "cherry", "circle",
        "cliff", "clover", "coffee", "comet", "copper", "coral", "cotton", "cradle", "cricket", "crystal", "daisy", "desert", "diamond", "dolphin", "dragon", "eagle",
        "ember", "engine", "falcon", "feather", "fern", "fiddle", "flute", "forest", "fossil", "garden", "ginger", "glacier", "goose", "grape", "hammer", "harbor",
        "harvest", "hazel", "helmet", "heron", "honey", "island", "ivory", "jacket", "jasmine", "jungle", "kettle", "ladder", "lantern", "lemon", "linen", "lizard",
        "magnet", "maple", "marble", "meadow", "melon", "mirror", "mosaic", "mountain", "nectar", "nutmeg", "oasis", "olive", "orchid", "otter", "oyster", "paddle",
        "palace", "paper", "pebble", "pepper", "piano", "pilot", "planet", "pocket", "prairie", "pumpkin", "quartz", "rabbit", "raven", "ribbon", "river", "rocket",
        "saddle", "sailor", "salmon", "shadow", "silver", "spruce", "summit", "sunset", "temple", "thunder", "timber", "tulip", "tunnel", "valley", "velvet", "willow",
    ];

    internal static string Draw() => string.Join(' ', RandomNumberGenerator.GetItems<string>(List, 3));
}

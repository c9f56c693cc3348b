"""The words by which reports call persons and bodies without naming them.

Sets of lower-case words, and the patterns built of them.
"""

from backchannel.resolve.words import word_set

#: Words that head the description of one person; the value tells the gender that the
#: word itself tells.
PERSONS: dict[str, str] = {
    **dict.fromkeys(
        word_set(
            "minister president premier chancellor secretary ambassador envoy"
            " emissary spokesperson general colonel major captain lieutenant admiral"
            " commodore brigadier marshal commander leader chief head governor mayor"
            " emir sultan sheikh ayatollah pope nuncio senator representative mp"
            " lawmaker deputy diplomat official officer adviser advisor aide"
            " negotiator mediator commissioner director chair speaker judge prosecutor"
            " regent ruler legate cardinal bishop archbishop patriarch rabbi imam"
            " abbot consul delegate candidate nominee counterpart colleague host guest"
            " visitor predecessor successor rival opponent attache rapporteur"
            " coordinator treasurer premier-designate dictator strongman"
            " congressperson parliamentarian legislator ally source magistrate"
            " undersecretary administrator monsignor rear-admiral marquess dr"
            " president-elect vice-president chargé hetman elder warlord viceroy"
            " professor surgeon doctor hydrologist priest herder dealer monk trader"
            " broker banker merchant pilot harbourmaster attorney boss superintendent"
            " inspector sergeant corporal soldier fighter rebel militant insurgent"
            " protester activist cleric physician engineer"
        ),
        "",
    ),
    **dict.fromkeys(
        word_set(
            "spokesman king prince sheik chairman congressman statesman alderman father"
            " son brother uncle husband strongman businessman assemblyman baron duke"
            " lord count middleman gentleman ombudsman man"
        ),
        "m",
    ),
    **dict.fromkeys(
        word_set(
            "spokeswoman queen princess chairwoman congresswoman stateswoman mother"
            " daughter sister wife duchess baroness lady businesswoman woman"
            " assemblywoman"
        ),
        "f",
    ),
    **dict.fromkeys(
        word_set(
            "sen rep gov gen col lt maj adm capt sgt prof amb frontrunner front-runner"
            " contender hopeful member lieutenant-colonel major-general colonel-major"
            " lieutenant-general farmer voter viewer listener citizen villager"
        ),
        "",
    ),
    "opposite number": "",
}
#: Offices that only a state has: no organisation, party or group has them.
STATE_OFFICES = word_set(
    "minister president premier chancellor general colonel governor ambassador"
    " mp king queen senator mayor police inspector judge prosecutor admiral"
    " ministry government parliament army navy embassy police cabinet presidency"
    " court senate state country captain major brigadier coastguard prince"
    " sultan emir ministers soldier official officer capital palace junta"
    " citizen farmer voter mps"
)
#: Offices held abroad: "the ambassador in Rome" is not Italy's.
ABROAD = word_set(
    "ambassador nuncio consul embassy envoy attache consulate emissary legate"
    " chargé diplomat mission delegate correspondent representative"
)
#: Offices of a church, wherever they are held.
CHURCH = {
    **dict.fromkeys(("nuncio", "pope", "legate"), "VAT"),
    **dict.fromkeys(
        ("bishop", "archbishop", "monsignor", "cardinal", "abbot"), "Catholic Church"
    ),
}
#: Offices that reports name by title alone where they are American.
AMERICAN_OFFICES = word_set(
    "mayor governor chair chairman chairwoman whip sen rep gov senator"
    " congressman congresswoman representative lawmaker senators congressmember"
)

#: Plurals of the above that the "s" rule does not give.
IRREGULAR_PLURALS = {
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "chairmen": "chairman",
    "congressmen": "congressman",
    "congresswomen": "congresswoman",
    "middlemen": "middleman",
    "attaches": "attache",
    "mps": "mp",
    "men": "man",
    "sens": "sen",
    "reps": "rep",
    "govs": "gov",
    "women": "woman",
    "gentlemen": "gentleman",
    "deputies": "deputy",
    "opposite numbers": "opposite number",
    "allies": "ally",
    "emissaries": "emissary",
    "secretaries": "secretary",
}

#: Words that head the name or description of a body of a state.
BODIES = word_set(
    "ministry government cabinet parliament senate congress assembly army navy"
    " military police court embassy consulate presidency palace office"
    " department administration authorities regime junta council commission"
    " committee agency delegation mission forces troops coastguard kremlin"
    " secretariat bureau duma knesset majlis chancellery leadership garrison"
    " establishment judiciary prosecution intelligence directorate headquarters"
    " corps artillery fleet treasury legislature state country nation republic"
    " kingdom sultanate emirate capital board staff team service services"
    " communique statement report admiralty chancery bureau chamber bench envoys"
    " authority"
)

#: Words that head the name of a group which stands for itself.
GROUPS = word_set(
    "group movement militia rebels party front brigade brigades battalions"
    " battalion column alliance coalition bloc brotherhood militants insurgents"
    " faction opposition guerrillas union league organisation organization body"
    " company separatists organisers church cartel fighters kidnappers community"
    " guard lanterns legion campaign jihadists extremists terrorists spear"
    " agency"
)

#: Words that may stand before the head of a title and belong to it.
MODIFIERS = word_set(
    "prime foreign defence defense interior home finance energy economy trade"
    " justice information health oil water irrigation transport communications"
    " ports agriculture culture fisheries environment deputy vice assistant"
    " under acting interim former ex senior special chief top state press"
    " government presidential military permanent high general lieutenant lt maj"
    " gen brig major brigadier rear supreme national security intelligence"
    " opposition party rebel field police army navy naval air force attorney"
    " head leading first second third principal ministry cabinet parliamentary"
    " crown congressional house senate republican democratic democrat"
    " conservative labour diplomatic political federal provincial regional"
    " district local city personal peace shadow outgoing incoming new late old"
    " young veteran ailing ousted exiled embattled longtime long-time then"
    " one-time junior executive managing private principal resident queen"
    " dowager unnamed anonymous affairs office department council commission"
    " embassy nuclear climate economic industry commerce development labor"
    " education presumptive prospective likely white hard-line hardline"
    " reformist grand retired visiting right-wing left-wing moderate powerful"
    " spiritual press petroleum tourism planning infrastructure mines migration"
    " telecommunications"
)

#: Courtesy titles, with the gender they tell.
COURTESY = {
    "mr": "m",
    "sir": "m",
    "señor": "m",
    "monsieur": "m",
    "herr": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "madame": "f",
    "madam": "f",
    "lady": "f",
    "dame": "f",
    "dr": "",
}

#: Offices that two countries, or two papers, call by different words.
SAME_OFFICE: tuple[frozenset[str], ...] = (
    frozenset(("prime minister", "premier", "chancellor", "pm")),
    frozenset(
        (
            "foreign minister",
            "foreign secretary",
            "secretary of state",
            "minister of foreign affairs",
            "minister for foreign affairs",
            "top diplomat",
            "chief diplomat",
            "senior diplomat",
            "minister of external affairs",
            "external affairs minister",
        )
    ),
    frozenset(
        (
            "defence minister",
            "defense minister",
            "defence secretary",
            "defense secretary",
            "secretary of defense",
            "minister of defence",
            "minister of defense",
        )
    ),
    frozenset(("interior minister", "home secretary", "minister of the interior")),
)

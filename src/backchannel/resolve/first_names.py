"""First names that tell whether "he" or "she" may mean somebody.

A person's name in; "m", "f" or "" out.
"""

from backchannel.domain.words import fold
from backchannel.resolve.words import word_set

_MALE = word_set(
    "aaron abdallah abdel abdul abdulla abdullah abraham adam adel ahmad ahmed"
    " aleksandar alexander alexei ali amin amir anatoly anders andrei andrew"
    " andy angus antonio antony anthony ariel arne arthur ash atal bahrom barack"
    " bashar ben benjamin benoit bernie bill binyamin bob boris boukary boutros"
    " brahim brian bruno carl carlos charles chris christian christopher chuck"
    " claude colin craig dan daniel david dean dennis dermot diego dimitri"
    " dmitri dmitry dmytro dominic dominique donald douglas ed eduardo edward"
    " ehud eilif emmanuel emomali enrique eric erling ernest ezra farid fernando"
    " fidel francis francois frank franz fred gabriel gary gavin geir gennady"
    " george gerald gideon giorgi giuseppe gordon greg gunther gustavo hakan"
    " hamid hamza hans harold harry hassan hector henri henrik henry herman"
    " hosni hossein howard hugo hulusi hussein ian ibrahim idris idrissa igor"
    " ilya imran ismail issoufou ivan jack jacob jakob jair jake james jan jared"
    " jason javad javier jean jeb jeff jeffrey jens jeremy jerome jesse jim joao"
    " joe joern john jon jonas jonathan jorge jose josef joseph josep joshua"
    " juan julian julio junichiro justin kamal karl karol keith ken kenneth"
    " kevin khalid kofi konstantin lars larry laurent lee leo leon leonardo"
    " leonid leopoldo levon li lindsey lloyd luca lucas luis lukas luke mahmoud"
    " manuel marc marco marcus mario mark martin masoud masud matt matthew"
    " maurice mauricio max mehmet michael michel miguel mike mikhail mitch mitt"
    " mohamed mohammad mohammed mohammad morten moussa muammar muhammad musa"
    " mustafa narendra nasser nawaz neil nelson nicholas nick nicolas nicolo"
    " nikita nikola nikolai nikos noah norman olaf oleg oleksandr oleksii"
    " olivier omar oscar osama otto pablo pat patrick paul paulo pavel pedro per"
    " pervez peter petr petro philip philippe phil pierre pietro rafael rafiq"
    " raul ravi ray recep rex ricardo richard rick rob robert roberto rodolfo"
    " rodrigo roger roland rolf roman ron ronald rudolf rupert russell ryan"
    " sadiq saddam said salim salvador sam samir samuel sartaj scott sean"
    " sebastian serge sergei sergey sergio shahbaz shimon shinzo sigurd silvio"
    " simon stavros stefan stephen steve steven sverre syed tariq ted teodor"
    " terry theo thomas tibor tim timothy tom tomas tony trevor umar vaclav"
    " valentin valerian valery vasco vasily viktor victor vikram vincent vitaly"
    " vladimir volodymyr walter warren wesley wilhelm will william willy winston"
    " xavier xi yahya yang yasser yaya yitzhak yoshihide yoshimasa yuri yusuf"
    " zaid zalmay zbigniew josephat gatis aurelio"
)
_FEMALE = word_set(
    "agnes agnieszka aisha alice alison amal amy ana angela anita ann anna anne"
    " annika anneliese antje astrid aung-san avril barbara beatrice benazir beth"
    " bridget carol caroline catherine cecilia charlotte cherie chloe christine"
    " christina claire clara claudia condoleezza corinne cristina daisy daiva"
    " daniela debbie diana dilma dora doris eleanor elena elise elisabeth"
    " elizabeth ellen emily emma erin ertha esther eva evelyn fatima federica"
    " fiona florence frances gabriela georgia gina gisele giulia golda grace"
    " greta gulnar halima hanna hannah heather heidi helen helena helle henrike"
    " hillary hind ilham indira ines ingrid irene iris isabel isabella ivana"
    " jacinda jacqueline jana jane janet jasmin jeane jelena jen jennifer"
    " jessica jill joan joanna jody joyce judith judy julia julie kaja kamala"
    " karen karin karoline kate katherine kathy katrin kellyanne kim-yo-jong"
    " kirsten kristalina kristina laila laleh lara laura leila leyla li-na lina"
    " linda lisa liz ljubica louise lucia lucy lynn madeleine madeline maia"
    " maral margaret margarita margot maria marian marianne marie marine marit"
    " marise marta martha mary maryam maura megan melanie melinda melissa"
    " meredith mette michelle miriam monica nadia nadja nancy natalia natalie"
    " natasha nicola nicole nikki nina noor nora olga patricia paula pauline"
    " penny petra pilar priti priya queen rachel ragna rebecca renate rosario"
    " rosa rosemary roxana ruth sabine sally salome samantha sandra sanna sara"
    " sarah selma shamima sheila sherry sigrid simone siri sofia sonia sophie"
    " stella stephanie susan suzanne svetlana sylvie tamara tanja tansu tara"
    " teresa thandeka theresa tove tulsi ulla ursula uzra valentina valerie vera"
    " veronica victoria violeta wendy winnie yasmin yulia yvette zainab zoe"
    " zsofia katrina livia lala lucrezia mirela ofelia saba"
)


def gender_of(name: str) -> str:
    """Return the gender that the first name tells, "" for none or a surname alone."""
    words = fold(name.split()[0]).split() if name.split() else []
    if len(name.split()) < 2 or not words:
        return ""
    if words[0] in _MALE:
        return "m"
    return "f" if words[0] in _FEMALE else ""


def is_first_name(word: str) -> bool:
    """Whether a word is a first name that this module knows."""
    return fold(word) in _MALE or fold(word) in _FEMALE

"""The commonest short words of the languages that articles come in, by ISO 639-1 code."""

from __future__ import annotations

STOPWORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is was for on with as by at from it be this are has have had which not he his they their were but an will who",
        "fr": "le la les des du de et est que qui dans une un pour sur pas par au aux avec ce cette sont il elle se ne plus été ont leur mais",
        "de": "der die das und ist nicht ein eine den dem des mit von zu im auf für sich auch als es bei nach wird hat sind werden wurde dass aus",
        "es": "el la los las de que en y un una por con para del se no es al lo como su más fue ha pero sus este entre sobre desde también",
        "it": "il lo la gli le di che e un una per con del della dei nel non si è sono da al alla come più anche ha sul tra dalla delle stato",
        "pt": "o a os as de que e do da em um uma para com não por no na dos das se ao mais foi são como mas pelo pela também entre sua seu",
        "nl": "de het een en van in is dat op te zijn voor met die niet aan er om ook als bij naar door maar hij zich wordt heeft werd over uit",
        "tr": "ve bir bu için ile de da olarak olan daha çok gibi en sonra kadar ise ancak ne değil var her oldu dedi etti türkiye göre yeni iki",
        "az": "və bir bu üçün ilə də da olan daha çox kimi ən sonra qədər isə deyil var hər azərbaycan görə yeni iki olub edib bildirib ki həm",
        "pl": "w i na z do się nie że jest o to od po jak przez za dla są ale już został być oraz który która które przed przy tym tego jego",
        "cs": "a v na se je že s z do o i to k ve pro za by jsou byl ale jako po od které který která také podle jeho být při bylo nebo",
        "ro": "și în de la cu a pe din nu o un care să pentru este sunt mai au fost ca dar după prin această acest între lui sau fi al ale",
        "hu": "a az és hogy nem is egy van de meg volt ez el csak már még mint azt után szerint vagy pedig ki mert magyar lesz kell ami akik",
        "sv": "och i att det som en på är av för med till den har de inte om ett men var från vid så kan han nu efter under hade sig sin",
        "da": "og i at det er en til på af for med den der har de ikke om et men var fra som han sig efter ved blev være kan også sin",
        "no": "og i at det er en til på av for med den som har de ikke om et men var fra han seg etter ved ble være kan også sin nå",
        "fi": "ja on ei se että oli myös hän kuin ovat mutta joka sen olla mukaan jo ole kun sekä niin vain siitä tai hänen jos ollut nyt",
        "hr": "i u na je se da za od su s o a kao što koji koja koje nije bi će sa iz po ali do samo biti oko nakon kako prema rekao",
        "sq": "dhe në të e i për me se që një nga është ka do janë por kjo ky nuk më si edhe tij saj pas mes duke kanë ishte",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh juga telah adalah ke para sebagai bahwa karena kata mereka dia ada saat",
        "sw": "ya na wa kwa ni katika la za kuwa hii cha huo hiyo kwamba lakini pia wake baada yake watu hilo alisema nchi hayo kama vya",
        "vi": "và của là có trong được cho các một với đã không này người những từ để khi đến về tại cũng như ra sẽ việc ông năm theo",
        "ru": "и в не на что с по как это а из за от но для о к его он было был также после до при их только или бы были уже россии",
        "uk": "і в не на що з та до як це за від але для про його він було був також після при їх тільки або ще вже й україни є",
        "bg": "и в не на че с по като това а от за но се да е са ще би той към след до при му само или още вече България ги",
        "sr": "и у је се да на за од су са о а као што који која које није би ће из по али до само бити након према рекао србије",
        "ar": "في من على إلى أن عن مع هذا التي الذي كان بعد لا ما بين قال كما هذه وقد هو",
        "fa": "در به از که این را با است برای آن یک خود تا بر شده می های کرد وی گفت",
        "ur": "کے کی میں ہے اور سے کا کو نے پر ہیں کہ اس بھی یہ کر نہیں تھا لیے ایک",
    }.items()
}
